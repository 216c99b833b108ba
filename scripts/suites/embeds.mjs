import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeds } from '../embeds.mjs';
import { root } from '../root.mjs';
import { runJourneys } from './e2e.mjs';
import { ensureWordPress } from './wordpress.mjs';

const folderOf = (name) => join(root, 'demo/embeds', name);

/** Runs a command quietly, and throws with what it said when it does not succeed. */
const run = (command, argv, cwd) =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' };
    const child = spawn(command, argv, { cwd, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${command} ${argv.join(' ')} ended with ${code}:\n${said.trim()}`));
    });
  });

/** Whether what is installed is what the lock file says. */
const isInstalled = (folder) => {
  const [lock, installed] = [join(folder, 'package-lock.json'), join(folder, 'node_modules/.package-lock.json')];
  return existsSync(installed) && statSync(installed).mtimeMs > statSync(lock).mtimeMs;
};

/** Puts the package, as it would be published, where `npm ci` put the project's folder. */
const layPackage = async (tarball, folder) => {
  const place = join(folder, 'node_modules/portal-request-form');
  await mkdir(place, { recursive: true });
  const old = (await readdir(place)).filter((name) => name !== 'node_modules');
  await Promise.all(old.map((name) => rm(join(place, name), { recursive: true })));
  await run('tar', ['-xzf', tarball, '-C', place, '--strip-components=1'], root);
};

/** Installs, checks the types of and builds one embed. */
const prepare = async (name, tarball) => {
  const folder = folderOf(name);
  if (name === 'wordpress') await ensureWordPress();
  if (!existsSync(join(folder, 'package.json'))) return;
  if (!isInstalled(folder)) await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  await layPackage(tarball, folder);
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const script of ['check', 'build']) if (scripts[script]) await run('npm', ['run', '--silent', script], folder);
};

const isReady = async (name, tarball) => {
  const started = performance.now();
  try {
    await prepare(name, tarball);
    console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return true;
  } catch (error) {
    console.log(`failed: ${name}\n${error.message.replace(/^/gm, '    ')}`);
    return false;
  }
};

/** Packs the project as npm would publish it; the caller has built it. */
const pack = async (folder) => {
  await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
  const [name] = await readdir(folder);
  return join(folder, name);
};

/**
 * Installs and builds the page of each framework with the package as it would be published, or of those that are named, and
 * walks them in a browser. A framework counts when it was built and nothing about it failed.
 */
export const runEmbeds = async ({ filters }) => {
  const names = Object.keys(embeds).filter((name) => filters.length === 0 || filters.includes(name));
  const folder = await mkdtemp(join(tmpdir(), 'embeds-'));
  const tarball = await pack(folder);
  const built = [];
  for (const name of names) if (await isReady(name, tarball)) built.push(name);
  await rm(folder, { recursive: true });
  process.env.EMBEDS = built.join(',');
  const { passed, failed, results } = await runJourneys({ filters: [], ending: '.embed.ts' });
  const isWhole = (name) => {
    const own = results.filter(({ titles }) => titles.includes(name));
    return own.length > 0 && own.every(({ outcome }) => outcome === 'passed');
  };
  return {
    passed,
    failed: failed + names.length - built.length,
    lastLine: `embeds: ${built.filter(isWhole).length} of ${names.length}`,
  };
};
