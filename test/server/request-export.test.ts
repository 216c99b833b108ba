import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'drizzle-orm';
import type { OfficeRequestRow } from '../../demo/office-contract/index.js';
import { requests } from '../../demo/server/store/schema.js';
import { ANNA, onEachDatabase } from './harness.js';
import { officeCookie, openOffice, type Office } from './office.js';

/** The cells of a CSV file, read as RFC 4180 says. */
const cellsOf = (file: string): string[][] => {
  assert.ok(file.endsWith('\r\n'));
  const rows: string[][] = [[]];
  for (const [, quoted = '', end = ''] of file.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
};

const csv = async (office: Office, search: string): Promise<string[][]> =>
  cellsOf(String((await office.ask(`/request-export?format=csv&${search}`)).json));

onEachDatabase('What the overview shows, as a file,', (server) => {
  it('has a column for each answer of a type, in the office’s language', async () => {
    const office = await openOffice(server());
    await office.portal.submit(await office.portal.signIn(ANNA), {
      answers: { description: 'It said "no", and stopped' },
    });
    const [titles = [], row = []] = await csv(office, 'type=fault&language=nl');
    assert.deepEqual([titles[0], titles.slice(-2)], ['Referentie', ['Description', 'Files']]);
    assert.deepEqual(
      [row[1], row[2], row[4], row[5], row.at(-2)],
      ['Storing melden', 'Ontvangen', 'Anna', 'Acme', 'It said "no", and stopped'],
    );
    const [german = []] = await csv(office, 'language=de');
    const [french = []] = await csv(office, 'language=fr');
    assert.deepEqual([german[0], french[0], german[9]], ['Referenz', 'Référence', 'Auftrag']);
    const [, all = []] = await csv(office, 'language=en');
    assert.equal(all.at(-1), 'Description: It said "no", and stopped');
  });

  it('says by its first bytes that it is UTF-8', async () => {
    const office = await openOffice(server());
    const headers = { Cookie: await officeCookie(server(), office.email) };
    const file = await fetch(`${server().url}/api/office/request-export?format=csv`, { headers });
    assert.deepEqual([...new Uint8Array(await file.arrayBuffer())].slice(0, 3), [0xef, 0xbb, 0xbf]);
  });

  it('holds no formula, whatever a customer typed', async () => {
    const office = await openOffice(server());
    const typed = ['=1+1', '+31 6 1234', '-2+3', '@SUM(A1)', ' =1+1', '=cmd|"/C calc"!A0', '＝1', '-5', 'a=1'];
    for (const description of typed) await office.portal.submit(undefined, { answers: { description } });
    const rows = await csv(office, 'type=fault&sort=oldest');
    assert.deepEqual(
      rows.slice(1).map((row) => row.at(-2)),
      ["'=1+1", "'+31 6 1234", "'-2+3", "'@SUM(A1)", "'=1+1", `'=cmd|"/C calc"!A0`, "'＝1", '-5', 'a=1'],
    );
  });

  it('holds what is filtered, all of it once and only of the own portal', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    const { id } = await office.portal.submit();
    await other.portal.submit();
    await server().store.db.execute(sql`
      INSERT INTO ${requests} (id, portal_id, reference, contact, request_type, title, config_version, locale, status,
          submission, digest, search_text, submitted_at, updated_at)
        SELECT id || '-' || number, portal_id, 'PR-' || number, contact, request_type, title, config_version, locale,
          status, submission, digest, search_text, submitted_at, updated_at
        FROM ${requests}, generate_series(1, 1200) AS number WHERE id = ${id}`);
    for (const sort of ['newest', 'oldest', 'untouched', 'reference']) {
      const rows = (await office.ask(`/request-export?format=json&sort=${sort}`)).json as OfficeRequestRow[];
      assert.deepEqual([rows.length, new Set(rows.map((row) => row.id)).size], [1201, 1201]);
    }
    assert.equal((await csv(office, '')).length, 1202);
    assert.deepEqual((await office.ask('/request-export?format=json&status=declined')).json, []);
    assert.equal((await office.ask('/request-export?format=xml')).status, 400);
  });
});
