import { integrityOf } from './integrity.mjs';

const LIMITS = { packed: 800_000, unpacked: 3_200_000 };

/** `*` stands for letters of a name, `**` for folders too. Each has to match a file, and each file one of them. */
const EXPECTED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'configuration.schema.json',
  'custom-elements.json',
  'dist/chunks/*.js',
  'dist/cli.js',
  'dist/contract.js',
  'dist/integrity.json',
  'dist/markdown.js',
  'dist/portal-request-form.js',
  'dist/portal-request-form.classic.js',
  'dist/portal-request-form.*.js',
  'dist/rules.js',
  'dist/server.js',
  'dist/types/**.d.ts',
  'package.json',
  'types/react.d.ts',
  'types/svelte.d.ts',
  'types/vscode.css-custom-data.json',
  'types/vscode.html-custom-data.json',
  'types/vue.d.ts',
  'types/web-types.json',
];

const pattern = (expected) => {
  const source = expected.replaceAll('.', '\\.').replace(/\*+/, (stars) => (stars === '**' ? '.+' : '[^/]+'));
  return new RegExp(`^${source}$`);
};

const isScriptOfPages = (name) => /^dist\/(portal-request-form|chunks\/)/.test(name);

/** What is wrong with a package of these files: their content by name, and the size of the tarball in bytes. */
export const packageMistakes = (files, packed) => {
  const names = [...files.keys()];
  const unpacked = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  const hashes = JSON.parse(files.get('dist/integrity.json') ?? '{}');
  return [
    ...names
      .filter((name) => !EXPECTED.some((one) => pattern(one).test(name)))
      .map((name) => `${name} does not belong into it`),
    ...EXPECTED.filter((one) => !names.some((name) => pattern(one).test(name))).map((one) => `${one} is missing`),
    ...names
      .filter((name) => isScriptOfPages(name) && hashes[name.replace('dist/', '')] !== integrityOf(files.get(name)))
      .map((name) => `dist/integrity.json has not the hash of ${name}`),
    ...Object.entries({ packed, unpacked })
      .filter(([kind, size]) => size > LIMITS[kind])
      .map(([kind, size]) => `${size} bytes ${kind}, at most ${LIMITS[kind]}`),
  ];
};
