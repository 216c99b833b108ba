/**
 * Measures the office of a portal with many requests, made by `npm run seed`, in the database at DATABASE_URL: each call
 * over HTTP on this machine, as the back office makes it, with its session and all of its answer read.
 */
import { parseArgs } from 'node:util';
import { startTestServer, type TestServer } from '../../../demo/server/testing.js';
import { spreadOf, table } from './statistics.js';

const PORTAL = 'seeded-large';
const SMALL = 'seeded-new';

/** What is asked, by the name that the report gives it. */
const CALLS: Readonly<Record<string, string>> = {
  'overview, newest first': '/requests',
  'overview, oldest first': '/requests?sort=oldest',
  'overview, longest untouched first': '/requests?sort=untouched',
  'overview, by reference': '/requests?sort=reference',
  'status: received': '/requests?status=submitted',
  'status: waiting for the customer': '/requests?status=needs-info',
  'status: done': '/requests?status=done',
  'status: declined, longest untouched first': '/requests?status=declined&sort=untouched',
  'type: maintenance': '/requests?type=maintenance',
  'assigned to nobody': '/requests?assignee=nobody',
  'assigned to one person': '/requests?assignee=seeded-staff-3',
  'assigned to one person, by reference': '/requests?assignee=seeded-staff-3&sort=reference',
  unread: '/requests?unread=yes',
  'unread maintenance, oldest first': '/requests?unread=yes&type=maintenance&sort=oldest',
  'one day three years ago': '/requests?since=2023-06-01&until=2023-06-01',
  'one year': '/requests?since=2024-01-01&until=2024-12-31',
  'withdrawn maintenance of one person in one month':
    '/requests?status=withdrawn&type=maintenance&assignee=seeded-staff-4&since=2024-03-01&until=2024-03-31',
  'received and assigned to nobody': '/requests?status=submitted&assignee=nobody',
  'search: a word in half of them': '/requests?query=ketel',
  'search: a word in every one': '/requests?query=melden',
  'search: a rare word': '/requests?query=verbouwing',
  'search: two rare words': '/requests?query=verbouwing+koolmonoxide',
  'search: a serial number': '/requests?query=SN7919',
  'search: a name': '/requests?query=El+Amrani',
  'search: an e-mail address': '/requests?query=customer-1234@example.com',
  'search: a reference': '/requests?query=PR-2024-012345',
  'search: what is not there': '/requests?query=onvindbaar',
  'search: two letters': '/requests?query=cv',
  'search: a rare word, declined': '/requests?query=verbouwing&status=declined',
  'search: a rare word, oldest first': '/requests?query=verbouwing&sort=oldest',
  'choices of the filters': '/request-choices',
  'one request': `/requests/${PORTAL}-1000`,
  'its likely duplicates': `/requests/${PORTAL}-1000/duplicates`,
  'work orders': '/work-orders',
  'work orders: a rare word': '/work-orders?query=verbouwing',
  'work orders: a reference': '/work-orders?query=WO-2024-012345',
  'work orders: what is not there': '/work-orders?query=onvindbaar',
  'export of all as CSV, first piece': '/request-export?format=csv',
  'export of a rare word as JSON, first piece': '/request-export?format=json&query=verbouwing',
};

/** The same on a portal with few requests beside the large one. */
const SMALL_CALLS: Readonly<Record<string, string>> = {
  'small portal: overview': '/requests',
  'small portal: search: a rare word': '/requests?query=verbouwing',
  'small portal: search: what is not there': '/requests?query=onvindbaar',
};

/** More than a heading of columns, in bytes. */
const FIRST_PIECE = 10_000;

type Ask = (path: string) => Promise<number>;

/** Asks, and gives the milliseconds until the answer is read; of an export until its first piece is. */
const asker = async (server: TestServer, portalId: string): Promise<Ask> => {
  const person = { name: 'Bench', email: `bench-${Date.now()}-${portalId}@example.com`, password: 'bench-mark-1' };
  await server.addStaff(person, portalId);
  const { email, password } = person;
  const office = `${server.url}/api/office`;
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${office}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (path) => {
    const began = performance.now();
    const response = await fetch(`${office}${path}`, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    if (!path.startsWith('/request-export')) {
      await response.text();
      return performance.now() - began;
    }
    let read = 0;
    for await (const piece of response.body ?? []) {
      read += (piece as Uint8Array).length;
      if (read > FIRST_PIECE) break; // which ends the download too
    }
    return performance.now() - began;
  };
};

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, only: { type: 'string', default: '' } },
});
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) throw new Error('DATABASE_URL has to name a PostgreSQL database that `npm run seed` has filled');
const server = await startTestServer({ databaseUrl });
try {
  const [large, small] = [await asker(server, PORTAL), await asker(server, SMALL)];
  const cases = [
    ...Object.entries(CALLS).map(([name, path]) => ({ name, run: () => large(path) })),
    ...Object.entries(SMALL_CALLS).map(([name, path]) => ({ name, run: () => small(path) })),
  ].filter(({ name }) => name.includes(values.only));
  const series = new Map(cases.map(({ name }) => [name, [] as number[]]));
  for (const { run } of cases) await run();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const { name, run } of cases) series.get(name)?.push(await run());
  }
  const rows = [...series].map(([name, took]) => {
    const { median, p95 } = spreadOf(took);
    return [name, median.toFixed(1), p95.toFixed(1)];
  });
  process.stdout.write(`${table(['call', 'median, ms', '95 of 100 below, ms'], rows)}\n`);
} finally {
  await server.close();
}
