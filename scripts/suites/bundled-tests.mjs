import { relative } from 'node:path';
import { build } from 'esbuild';
import { root } from '../root.mjs';

const FOLDER = 'bundled/';

/** Each test file and what they share, by the path at which the page asks for it. */
const bundle = async (files) => {
  const { outputFiles } = await build({
    entryPoints: files,
    absWorkingDir: root,
    outbase: root,
    outdir: root,
    entryNames: '[dir]/[name]',
    chunkNames: `${FOLDER}[name]-[hash]`,
    ignoreAnnotations: true, // the package calls its modules free of side effects; its entry is not
    external: ['/__*'], // what the test runner itself serves
    ...{ bundle: true, splitting: true, format: 'esm', target: 'es2022', sourcemap: 'linked', write: false },
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [`/${relative(root, path).replaceAll('\\', '/')}`, text]));
};

/**
 * Gives a page its test file with all that it imports in a few files instead of some hundred modules, which three
 * browsers would ask for one by one.
 */
export const bundledTests = (files) => {
  let bundled = new Map();
  return {
    name: 'bundled-tests',
    async serverStart() {
      bundled = await bundle(files);
    },
    serve({ path }) {
      const body = bundled.get(path.replace(/\.browser\.ts$/, '.browser.js'));
      return body === undefined ? undefined : { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
};
