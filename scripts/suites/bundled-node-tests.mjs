import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../root.mjs';

/** Within the project, so that packages are found from there. */
const FOLDER = join(root, 'test-results', 'node-tests');

/** A module finds the files beside it where it was written, not where it is bundled. */
const placesOf = (path) => ({
  'import.meta.url': pathToFileURL(path).href,
  'import.meta.filename': path,
  'import.meta.dirname': dirname(path),
});

const ownPlaces = {
  name: 'own-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.(?:ts|mjs)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const places = Object.entries(placesOf(path));
      const contents = places.reduce((left, [name, place]) => left.replaceAll(name, JSON.stringify(place)), text);
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

/**
 * Bundles test files, each with what it imports of the project in a few files instead of some hundred modules: compiling
 * those took longer than most files of tests. Gives where they are.
 */
export const bundleNodeTests = async (files) => {
  await rm(FOLDER, { recursive: true, force: true });
  await build({
    entryPoints: files,
    absWorkingDir: root,
    outbase: root,
    outdir: FOLDER,
    entryNames: '[dir]/[name]',
    chunkNames: 'shared/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
    sourcemap: true,
    plugins: [ownPlaces],
    logLevel: 'warning',
  });
  return files.map((file) => join(FOLDER, file.replace(/\.ts$/, '.mjs')));
};
