// Builds what is named on the command line, or all of it. `run` is what `npm start` needs.
import { spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { writeIntegrity } from './integrity.mjs';
import { writeManifest } from './manifest.mjs';
import { root } from './root.mjs';
import { writeSite } from './site/write.mjs';

const types = () =>
  new Promise((resolve, reject) => {
    const tsc = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
      cwd: root,
      stdio: 'inherit',
    });
    tsc.once('error', reject);
    tsc.once('close', (code) => {
      if (code === 0) resolve([]);
      else reject(new Error(`tsc ended with ${code}`));
    });
  });

/** Runs one vite build and gives the names of the files that it wrote. */
const vite = (configFile) => async () => {
  const built = await build({ configFile: join(root, configFile), logLevel: 'warn' });
  return [built].flat().flatMap(({ output }) => output.map(({ fileName }) => fileName));
};

/** The pages of the documentation; what they load is built first, into the folder that it empties. */
const documentation = async () => {
  await vite('demo/docs/vite.config.ts')();
  return writeSite(join(root, 'demo/.build/docs'));
};

const steps = {
  widget: vite('vite.config.ts'),
  classic: vite('vite.classic.config.ts'),
  more: vite('vite.more.config.ts'),
  languages: vite('vite.languages.config.ts'),
  shared: vite('vite.shared.config.ts'),
  integrity: writeIntegrity,
  cli: vite('vite.cli.config.ts'),
  types,
  manifest: writeManifest,
  site: vite('demo/vite.config.ts'),
  documentation,
  'back-office': vite('demo/back-office/vite.config.ts'),
};
const groups = {
  all: Object.keys(steps),
  package: ['widget', 'classic', 'more', 'languages', 'shared', 'integrity', 'cli', 'types', 'manifest'],
  run: ['widget', 'classic', 'more', 'languages', 'shared', 'integrity', 'site', 'documentation', 'back-office'],
};

/** Takes away the chunks of earlier builds, whose names no longer occur. */
const dropOldChunks = async (written) => {
  const folder = join(root, 'dist/chunks');
  const old = (await readdir(folder)).filter((name) => !written.includes(`chunks/${name}`));
  await Promise.all(old.map((name) => rm(join(folder, name))));
};

const asked = process.argv.slice(2);
const names = (asked.length > 0 ? asked : ['all']).flatMap((name) => groups[name] ?? name);
process.chdir(root);
for (const name of names) {
  const step = steps[name];
  if (!step)
    throw new Error(
      `There is no build "${name}"; there are ${[...Object.keys(groups), ...Object.keys(steps)].join(', ')}.`,
    );
  const started = performance.now();
  const written = await step();
  if (name === 'widget') await dropOldChunks(written);
  console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
