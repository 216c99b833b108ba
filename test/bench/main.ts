// Compares the form with the same form by hand and by other libraries: `npm run bench`. See docs/performance.md.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { root } from '../../scripts/root.mjs';
import { chromiumArguments, chromiumPath } from '../../scripts/suites/launchers.mjs';
import { buildAll, builtFolder, hasPeers } from './build.js';
import { candidates } from './candidates.js';
import { SIZES } from './form.js';
import { loadsOf } from './loads.js';
import { preloadsOf } from './preloads.js';
import { installPeers } from './install.js';
import { jsonOf, markdownOf } from './report.js';
import { startSite } from './site.js';
import { add, type Values } from './statistics.js';
import { loadAgain, loadCold, mountOften, useForm } from './visit.js';

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    loads: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    out: { type: 'string', default: join(root, 'test-results/bench') },
  },
});

/** A quick run shows that everything works, with what the project itself has; its times mean nothing. */
const rounds = asked.quick ? 1 : Number(asked.rounds);
const mounts = asked.quick ? 5 : 50;
const sizes: readonly number[] = asked.quick ? SIZES.slice(0, 2) : SIZES;
const names =
  asked.only?.split(',') ?? candidates.filter(({ kind }) => !asked.quick || kind !== 'peer').map(({ name }) => name);
const chosen = candidates.filter(({ name }) => names.includes(name));

if (chosen.some(({ kind }) => kind === 'peer') && !hasPeers()) await installPeers();
const built = await buildAll(names);
const preloads = await preloadsOf();
const loads = loadsOf(built, preloads).filter(({ name }) => names.includes(name.split('-')[0] ?? ''));
const site = await startSite(loads, built, preloads);
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: chromiumArguments,
});
const around = { browser, site, probe: await readFile(join(builtFolder, 'probe/probe.js'), 'utf8') };

const values: Values = new Map();
const failures: string[] = [];
const attempt = async (
  name: string,
  what: string,
  act: (tell: (metric: string, value: number) => void) => Promise<void>,
) => {
  try {
    await act((metric, value) => {
      add(values, metric, name, value);
    });
  } catch (error) {
    failures.push(`${name}, ${what}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    console.error(failures.at(-1));
  }
};

/** The order turns with each round, so that no candidate always comes first. */
const turned = <T>(list: readonly T[], round: number): readonly T[] => [
  ...list.slice(round % list.length),
  ...list.slice(0, round % list.length),
];

for (let round = 0; round < rounds; round += 1) {
  const started = performance.now();
  for (const load of turned(loads, round)) {
    await attempt(load.name, 'load', (tell) => loadCold(around, load, false, tell));
    await attempt(load.name, 'slow load', (tell) => loadCold(around, load, true, tell));
    await attempt(load.name, 'second visit', (tell) => loadAgain(around, load, tell));
  }
  for (const size of asked.loads ? [] : sizes) {
    for (const candidate of turned(chosen, round))
      await attempt(candidate.name, `${size} fields`, (tell) => useForm(around, candidate, size, tell));
  }
  for (const candidate of asked.loads ? [] : turned(chosen, round))
    await attempt(candidate.name, 'mounts', (tell) => mountOften(around, candidate, mounts, tell));
  console.log(`round ${round + 1} of ${rounds}: ${Math.round((performance.now() - started) / 1000)} s`);
}
const version = browser.version();
await browser.close();
await site.stop();

const titles = new Map([...candidates, ...loads].map(({ name, title }) => [name, title]));
const run = { values, titles, failures, rounds, sizes, chromium: version, isQuick: asked.quick };
await mkdir(asked.out, { recursive: true });
await writeFile(join(asked.out, 'benchmark.json'), JSON.stringify(jsonOf(run), undefined, 2));
await writeFile(join(asked.out, 'benchmark.md'), markdownOf(run));
console.log(markdownOf(run));
process.exit(failures.length > 0 ? 1 : 0);
