import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { root } from '../../scripts/root.mjs';
import { candidates } from './candidates.js';
import type { Built } from './loads.js';

const here = join(root, 'test/bench');
export const builtFolder = join(root, 'test-results/bench/built');

const common = (name: string): InlineConfig => ({
  configFile: false,
  root: here,
  logLevel: 'error',
  publicDir: false,
  define: {
    global: 'globalThis',
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: join(builtFolder, name),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 10_000,
  },
});

const isOutput = (one: unknown): one is Rolldown.RolldownOutput =>
  typeof one === 'object' && one !== null && 'output' in one;

/** Bundles one entry as an application is bundled; gives where its script and its style sheet are on the site. */
const bundle = async (name: string, entry: string) => {
  const config = common(name);
  const rolldownOptions = { input: entry, output: { entryFileNames: '[name].js' } };
  const results = [await build({ ...config, build: { ...config.build, rolldownOptions } })].flat();
  const files = results.filter(isOutput).flatMap(({ output }) => output.map(({ fileName }) => fileName));
  const style = files.find((file) => file.endsWith('.css'));
  const script = files.find((file) => file === `${name}.js`) ?? '';
  return { script: `/built/${name}/${script}`, ...(style ? { style: `/built/${name}/${style}` } : {}) };
};

/** Bundles the candidates that have pages of their own, and the probe that runs in each page. */
export const buildAll = async (names: readonly string[]): Promise<Built> => {
  await mkdir(builtFolder, { recursive: true });
  const built = new Map<string, { script: string; style?: string }>();
  for (const { name, kind } of candidates.filter((one) => names.includes(one.name))) {
    const entry = kind === 'peer' ? join(here, 'peers', `${name}.mjs`) : join(here, 'pages', `${name}.ts`);
    built.set(name, await bundle(name, entry));
  }
  built.set('probe', await bundle('probe', join(here, 'pages/probe.ts')));
  return built;
};

/** Whether the other libraries are installed, which only this benchmark needs. */
export const hasPeers = (): boolean => existsSync(join(here, 'peers/node_modules'));
