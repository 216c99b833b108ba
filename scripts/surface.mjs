// What others build on: everything of the element, and what the package exports, a line each. docs/surface.json keeps what was
// promised; what is new is added there by `npm run docs`, and what is gone is for a person to take out.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './root.mjs';

const ENTRIES = {
  '': 'src/index.ts',
  '/contract': 'src/contract/index.ts',
  '/markdown': 'src/fragments/markdown.ts',
  '/rules': 'src/rules/index.ts',
};

/** `CustomEvent<{a: string, b: {c: string}[]}>` -> ['a: string', 'b: {c: string}[]'] */
const detailOf = (type) => {
  const inner = /^CustomEvent<\{(.*)\}>$/s.exec(type)?.[1] ?? '';
  const parts = [];
  let [depth, part] = [0, ''];
  for (const letter of inner) {
    if ('{<('.includes(letter)) depth += 1;
    if ('}>)'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) [parts[parts.length], part] = [part.trim(), ''];
    else part += letter;
  }
  return [...parts, part.trim()].filter(Boolean);
};

const eventLines = ({ name, type }) => [
  `event ${name}`,
  ...detailOf(type.text).map((one) => `event ${name}: detail.${one}`),
];

const memberLine = ({ kind, name, type, readonly, parameters = [], return: returned }) =>
  kind === 'method'
    ? `method ${name}(${parameters.map((one) => `${one.name}: ${one.type?.text}`).join(', ')}): ${returned?.type?.text}`
    : `property ${name}: ${type.text}${readonly ? ' (read only)' : ''}`;

/** What a page can use of the element. */
export const elementLines = ({ attributes, members, events, slots, cssParts, cssProperties }) => [
  ...attributes.map(({ name }) => `attribute ${name}`),
  ...members.map(memberLine),
  ...events.flatMap(eventLines),
  ...slots.map(({ name }) => `slot ${name || '(default)'}`),
  ...cssParts.map(({ name }) => `part ${name}`),
  ...cssProperties.map(({ name }) => `token ${name}`),
];

/** The names that each entry of the package exports, types too. */
const exportLines = async () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const files = Object.values(ENTRIES).map((file) => join(root, file));
  const program = ts.createProgram(files, { ...options, noEmit: true, noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const named = Object.entries(ENTRIES).flatMap(([entry, file]) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(join(root, file)));
    return checker.getExportsOfModule(symbol).map(({ name }) => `export portal-request-form${entry}: ${name}`);
  });
  const { exports, bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return [
    ...named,
    ...Object.keys(exports).map((path) => `entry ${path.replace('.', 'portal-request-form')}`),
    ...(bin ? ['command portal-request-form'] : []),
  ];
};

/** What the element and the package offer now, sorted. */
export const surfaceOf = async (element) => [...elementLines(element), ...(await exportLines())].sort();

/** What was promised and is not there any more. */
export const gone = (promised, present) => promised.filter((line) => !present.includes(line));
