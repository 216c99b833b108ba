/**
 * Measures the server under load: `npm run bench:server`. Each target is in a process of its own; runs are interleaved and
 * repeated, so that what else the machine does strikes all of them, and what counts are the ratios to the floors.
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type autocannon from 'autocannon';
import { isPostgresInstalled, startCluster, type Cluster } from '../../server/postgres.js';
import { readyOf, startChild, type Child } from './child.js';
import { load, type Called } from './load.js';
import { soak } from './soak.js';
import { spreadOf, table } from './statistics.js';

interface Target extends Called {
  readonly name: string;
  /** What it is compared with: another target of the same run. */
  readonly floor?: string;
  readonly urls: readonly string[];
  readonly processes: readonly Child[];
}

interface Run {
  readonly perSecond: number;
  readonly median: number;
  readonly p90: number;
  readonly p99: number;
  readonly megabytes: number;
  /** Milliseconds of a processor for each request, in Node alone. */
  readonly cpu: number;
}

const HELLO = 'Hono “hello”';
const SAME = 'the bytes of a configuration from Node';
const AS_BROWSERS = { 'accept-encoding': 'gzip, deflate, br' };

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string', default: '' },
    /** Minutes of an even load, instead of everything else. */
    soak: { type: 'string' },
    rate: { type: 'string', default: '50' },
  },
});

const sum = (numbers: readonly number[]): number => numbers.reduce((whole, one) => whole + one, 0);

const run = async (target: Target): Promise<Run> => {
  const connections = Number(values.connections) / target.urls.length;
  const how = { connections, duration: Number(values.seconds) };
  const busy = async (): Promise<number> => sum(await Promise.all(target.processes.map((child) => child.busy())));
  const before = await busy();
  const results = await Promise.all(target.urls.map((url) => load(url, target, how)));
  const worked = (await busy()) - before;
  const memory = await Promise.all(target.processes.map((child) => child.memory()));
  const worst = (of: (result: autocannon.Result) => number): number => Math.max(...results.map(of));
  return {
    perSecond: sum(results.map(({ requests }) => requests.average)),
    median: worst(({ latency }) => latency.p50),
    p90: worst(({ latency }) => latency.p90),
    p99: worst(({ latency }) => latency.p99),
    megabytes: sum(memory),
    cpu: worked / sum(results.map(({ requests }) => requests.total)),
  };
};

/** The targets on one database: the whole server, and the same insert made by hand. */
const onDatabase = async (name: string, environment: Record<string, string>, count: number): Promise<Target[]> => {
  const servers: Child[] = [];
  for (let number = 0; number < count; number += 1) servers.push(startChild('server.ts', environment));
  const ready = [];
  for (const server of servers) ready.push(await readyOf(server));
  const bare = startChild('bare.ts', environment);
  const bareUrl = (await readyOf(bare)).url;
  const urls = ready.map(({ url }) => url);
  const token = ready[0]?.token ?? '';
  const portal = '/api/portals/demo';
  const signedIn = { authorization: `Bearer ${token}` };
  const made = { urls, processes: servers };
  const byHand = { urls: [bareUrl], isSubmit: true, processes: [bare] };
  return [
    { ...byHand, name: `${name}: the insert by hand`, path: '/' },
    { ...byHand, name: `${name}: all rows by hand`, floor: `${name}: the insert by hand`, path: '/whole' },
    {
      ...made,
      name: `${name}: submit`,
      floor: `${name}: the insert by hand`,
      path: `${portal}/requests`,
      isSubmit: true,
    },
    { ...made, name: `${name}: configuration`, floor: HELLO, path: `${portal}/config`, headers: AS_BROWSERS },
    { ...made, name: `${name}: session`, floor: HELLO, path: `${portal}/session`, headers: signedIn },
    { ...made, name: `${name}: own requests`, floor: HELLO, path: `${portal}/requests`, headers: signedIn },
  ];
};

const stop = async (targets: readonly Target[]): Promise<void> => {
  for (const child of new Set(targets.flatMap(({ processes }) => processes))) {
    const ended = once(child.process, 'exit');
    child.process.kill('SIGTERM');
    await ended;
  }
};

const measure = async (cluster: Cluster | undefined): Promise<void> => {
  const hello = startChild('hello.ts', {});
  const same = startChild('same.ts', {});
  const targets: Target[] = [
    { name: HELLO, urls: [(await readyOf(hello)).url], path: '/', processes: [hello] },
    { name: SAME, urls: [(await readyOf(same)).url], path: '/', processes: [same] },
  ];
  try {
    targets.push(...(await onDatabase('PGlite', {}, 1)));
    if (cluster) {
      targets.push(...(await onDatabase('PostgreSQL', { DATABASE_URL: await cluster.createDatabase() }, 1)));
      targets.push(
        ...(await onDatabase('PostgreSQL, two processes', { DATABASE_URL: await cluster.createDatabase() }, 2)),
      );
    }
    const wanted = targets.filter(({ name, floor }) => floor !== undefined && name.includes(values.only));
    const floors = new Set([SAME, ...wanted.map(({ floor }) => floor)]);
    const chosen = targets.filter((target) => wanted.includes(target) || floors.has(target.name));
    const runs = new Map(targets.map(({ name }) => [name, [] as Run[]]));
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const target of chosen) runs.get(target.name)?.push(await run(target));
    }
    const middle = (name: string, of: (run: Run) => number): number => spreadOf((runs.get(name) ?? []).map(of)).median;
    const rows = chosen.map(({ name, floor }) => {
      const rate = middle(name, ({ perSecond }) => perSecond);
      const share =
        floor === undefined ? '' : `${Math.round((100 * rate) / middle(floor, ({ perSecond }) => perSecond))} %`;
      const shown = [
        middle(name, ({ median }) => median),
        middle(name, ({ p90 }) => p90),
        middle(name, ({ p99 }) => p99),
        middle(name, (one) => one.megabytes),
      ];
      const cpu = middle(name, (one) => one.cpu).toFixed(3);
      return [name, rate.toFixed(0), share, ...shown.map((value) => value.toFixed(0)), cpu];
    });
    const head = [
      'target',
      'requests/s',
      'of its floor',
      'median, ms',
      '90 of 100 below, ms',
      '99 of 100 below, ms',
      'memory, MB',
      'CPU of Node a request, ms',
    ];
    process.stdout.write(`${table(head, rows)}\n`);
  } finally {
    await stop(targets);
  }
};

const soakServer = async (cluster: Cluster | undefined, minutes: number): Promise<void> => {
  const child = startChild('server.ts', cluster ? { DATABASE_URL: await cluster.createDatabase() } : {});
  const { url } = await readyOf(child);
  const portal = '/api/portals/demo';
  const called = [{ path: `${portal}/requests`, isSubmit: true }, { path: `${portal}/config` }];
  if (!(await soak({ url, called, process: child }, minutes, Number(values.rate)))) process.exitCode = 1;
  child.process.kill('SIGTERM');
  await once(child.process, 'exit');
};

const cluster = isPostgresInstalled() ? await startCluster(undefined, true) : undefined;
try {
  await (values.soak === undefined ? measure(cluster) : soakServer(cluster, Number(values.soak)));
} finally {
  await cluster?.remove();
}
