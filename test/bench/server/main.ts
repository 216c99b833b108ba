/**
 * Measures the server under load: `npm run bench:server`. Each target is in a process of its own; runs are interleaved and
 * repeated, so that what else the machine does strikes all of them, and what counts are the ratios to the floors.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { isPostgresInstalled, startCluster } from '../../server/postgres.js';
import { submissionBody } from './body.js';
import { readyOf, startChild, type Child } from './child.js';
import { spreadOf, table } from './statistics.js';

interface Target {
  readonly name: string;
  /** What it is compared with: another target of the same run. */
  readonly floor?: string;
  readonly urls: readonly string[];
  readonly path: string;
  readonly isSubmit?: boolean;
  readonly headers?: Record<string, string>;
  readonly processes: readonly Child[];
}

interface Run {
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
  readonly megabytes: number;
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
  },
});

/** Loads one URL of a target; a submit is another request each time. */
const shoot = (target: Target, url: string): Promise<autocannon.Result> =>
  autocannon({
    url: url + target.path,
    connections: Number(values.connections) / target.urls.length,
    duration: Number(values.seconds),
    headers: target.headers ?? {},
    ...(target.isSubmit
      ? {
          requests: [
            {
              method: 'POST',
              path: target.path,
              setupRequest: (request) => ({
                ...request,
                headers: { ...target.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
                body: submissionBody(),
              }),
            },
          ],
        }
      : {}),
  });

const run = async (target: Target): Promise<Run> => {
  const results = await Promise.all(target.urls.map((url) => shoot(target, url)));
  for (const { non2xx, errors } of results) {
    if (non2xx + errors > 0) throw new Error(`${target.name}: ${non2xx} refused, ${errors} failed`);
  }
  const memory = await Promise.all(target.processes.map((child) => child.memory()));
  const worst = (of: (result: autocannon.Result) => number): number => Math.max(...results.map(of));
  return {
    perSecond: results.reduce((sum, { requests }) => sum + requests.average, 0),
    median: worst(({ latency }) => latency.p50),
    p99: worst(({ latency }) => latency.p99),
    megabytes: memory.reduce((sum, one) => sum + one, 0),
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
  return [
    { name: `${name}: the insert by hand`, urls: [bareUrl], path: '/', isSubmit: true, processes: [bare] },
    {
      ...made,
      name: `${name}: submit`,
      floor: `${name}: the insert by hand`,
      path: `${portal}/requests`,
      isSubmit: true,
    },
    { ...made, name: `${name}: configuration`, floor: 'Hono “hello”', path: `${portal}/config` },
    { ...made, name: `${name}: session`, floor: 'Hono “hello”', path: `${portal}/session`, headers: signedIn },
    { ...made, name: `${name}: own requests`, floor: 'Hono “hello”', path: `${portal}/requests`, headers: signedIn },
  ];
};

const stop = async (targets: readonly Target[]): Promise<void> => {
  for (const child of new Set(targets.flatMap(({ processes }) => processes))) {
    const ended = once(child.process, 'exit');
    child.process.kill('SIGTERM');
    await ended;
  }
};

const hello = startChild('hello.ts', {});
const targets: Target[] = [{ name: 'Hono “hello”', urls: [(await readyOf(hello)).url], path: '/', processes: [hello] }];
const cluster = isPostgresInstalled() ? await startCluster() : undefined;
try {
  targets.push(...(await onDatabase('PGlite', {}, 1)));
  if (cluster) {
    targets.push(...(await onDatabase('PostgreSQL', { DATABASE_URL: await cluster.createDatabase() }, 1)));
    targets.push(
      ...(await onDatabase('PostgreSQL, two processes', { DATABASE_URL: await cluster.createDatabase() }, 2)),
    );
  }
  const runs = new Map(targets.map(({ name }) => [name, [] as Run[]]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const target of targets) runs.get(target.name)?.push(await run(target));
  }
  const middle = (name: string, of: (run: Run) => number): number => spreadOf((runs.get(name) ?? []).map(of)).median;
  const rows = targets.map(({ name, floor }) => {
    const rate = middle(name, ({ perSecond }) => perSecond);
    const share =
      floor === undefined ? '' : `${Math.round((100 * rate) / middle(floor, ({ perSecond }) => perSecond))} %`;
    const shown = [
      middle(name, ({ median }) => median),
      middle(name, ({ p99 }) => p99),
      middle(name, (one) => one.megabytes),
    ];
    return [name, rate.toFixed(0), share, ...shown.map((value) => value.toFixed(0))];
  });
  const head = ['target', 'requests/s', 'of its floor', 'median, ms', '99 of 100 below, ms', 'memory, MB'];
  process.stdout.write(`${table(head, rows)}\n`);
} finally {
  await stop(targets);
  await cluster?.remove();
}
