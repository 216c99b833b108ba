import type { Child } from './child.js';
import { load, type Called } from './load.js';
import { spreadOf, table } from './statistics.js';

/** What is loaded evenly, and the processes whose memory is looked at. */
interface Soaked {
  readonly url: string;
  readonly called: readonly Called[];
  readonly process: Child;
}

const MINUTE = 60;

/** How much more memory the second half of a soak may take than the first after its warm-up, as a share. */
const GROWTH = 0.1;

/** Calls a server for so many minutes at a rate that it bears easily; false when its memory grows all the while. */
export const soak = async (
  { url, called, process: server }: Soaked,
  minutes: number,
  rate: number,
): Promise<boolean> => {
  const rows: string[][] = [];
  const memory: number[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    const how = { connections: 4, duration: MINUTE, overallRate: rate };
    const results = await Promise.all(called.map((one) => load(url, one, how)));
    memory.push(await server.memory());
    const shown = results.flatMap(({ requests, latency }) => [requests.total, latency.p50, latency.p99]);
    rows.push([minute, ...shown, memory.at(-1)?.toFixed(0) ?? ''].map(String));
    process.stderr.write(`minute ${minute} of ${minutes}: ${memory.at(-1)?.toFixed(0)} MB\n`);
  }
  const names = called.flatMap(({ path }) => [path.split('/').at(-1) ?? path, 'median, ms', '99 of 100 below, ms']);
  process.stdout.write(`${table(['minute', ...names, 'memory, MB'], rows)}\n`);
  const warm = memory.slice(Math.ceil(memory.length / 4));
  const half = Math.ceil(warm.length / 2);
  const [first, second] = [warm.slice(0, half), warm.slice(-half)].map((part) => spreadOf(part).median);
  const growth = (second ?? 0) / (first ?? 1) - 1;
  process.stdout.write(
    `${minutes} minutes: memory ${growth > 0 ? 'grew' : 'shrank'} by ${Math.abs(100 * growth).toFixed(1)} % from the first half to the second\n`,
  );
  return growth <= GROWTH;
};
