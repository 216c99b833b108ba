// Every check that needs no browser. All of them run, however many fail; what failed is printed in full.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './suites/child.mjs';
import { root } from './root.mjs';

const AT_ONCE = 2;

/** Runs a command of the project quietly; gives whether it succeeded, and what it said. */
const run = ([command, ...argv]) =>
  new Promise((resolve) => {
    const child = spawn(command, argv, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)));
    child.once('error', (error) => resolve({ isFine: false, said: error.message }));
    child.once('close', (code) => resolve({ isFine: code === 0, said }));
  });

/** Packs the package as npm would publish it; dist/ has just been built. */
const pack = async (folder) => {
  const { isFine, said } = await run(['npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
  const [name] = await readdir(folder);
  if (!isFine || !name) throw new Error(`npm pack: ${said}`);
  return join(folder, name);
};

const node = (...argv) => [process.execPath, ...argv];
const bin = (path, ...argv) => node(join('node_modules', path), ...argv);

const checks = (tarball) => ({
  eslint: bin('eslint/bin/eslint.js', '.', '--max-warnings=0'),
  tsc: bin('typescript/bin/tsc', '--noEmit'),
  prettier: bin('prettier/bin/prettier.cjs', '--check', '.'),
  knip: bin('knip/bin/knip.js'),
  publint: bin('publint/src/cli.js', tarball, '--strict'),
  attw: bin('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--no-emoji'),
  package: node('scripts/package.mjs', tarball),
  budget: node('scripts/budget.mjs'),
  texts: node('scripts/texts.mjs'),
  generated: node('scripts/docs.mjs', '--check'),
  documents: node('scripts/site.mjs'),
});

const folder = await mkdtemp(join(tmpdir(), 'package-'));
const results = [];
if ((await runNode(['scripts/build.mjs', 'package'])) !== 0) {
  console.log('check: the build failed');
  process.exit(1);
}
const waiting = Object.entries(checks(await pack(folder)));
const runNext = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, command] = next;
    const started = performance.now();
    const { isFine, said } = await run(command);
    results.push({ name, isFine });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${isFine ? 'fine  ' : 'FAILED'} ${name} (${seconds} s)`);
    if (!isFine || name === 'budget') console.log(said.trim().replace(/^/gm, '  '));
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, runNext));
await rm(folder, { recursive: true });
const failed = results.filter(({ isFine }) => !isFine);
console.log(`checks: ${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
