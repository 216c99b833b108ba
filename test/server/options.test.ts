import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { OptionItem, OptionPage, PortalConfig } from 'portal-request-form/contract';
import { DEFAULT_LIMITS } from '../../demo/server/settings.js';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';
import { addOptions } from '../../demo/server/services/options.js';
import {
  ANNA,
  BEN,
  onEachDatabase,
  openPortal,
  pointers,
  problem,
  smallConfig,
  type Answer,
  type TestPortal,
} from './harness.js';

const LANDLORD = 'other@example.com';
const BAKER = 'customer@example.com';

const page = ({ json }: Answer): OptionPage => json as OptionPage;
const labels = (answer: Answer): string[] => page(answer).items.map(({ label }) => label);

/** A portal with Anna, who has what the demo's landlord has, and Ben, who has what its baker has. */
const openWithOptions = async (server: TestServer, config?: PortalConfig) => {
  const portal = await openPortal(server, config);
  for (const [person, like] of [
    [ANNA, LANDLORD],
    [BEN, BAKER],
  ] as const) {
    await server.giveOptions(await server.addCustomer(person, portal.id), like);
  }
  return { portal, anna: await portal.signIn(ANNA), ben: await portal.signIn(BEN) };
};

const everyPage = async (portal: TestPortal, path: string, token: string): Promise<OptionItem[]> => {
  const found: OptionItem[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const next: string = cursor && `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
    const { items, nextCursor } = page(await portal.call(`${path}${next}`, { token }));
    found.push(...items);
    cursor = nextCursor;
  }
  return found;
};

const ids = (items: readonly OptionItem[]): string[] => items.map(({ id }) => id);

onEachDatabase('What a customer can choose from', (server) => {
  it('comes twenty at a time, each once, in the order of the labels', async () => {
    const { portal, anna } = await openWithOptions(server());
    assert.equal(page(await portal.call('/options/assets', { token: anna })).items.length, 20);
    const all = await everyPage(portal, '/options/assets', anna);
    assert.deepEqual([all.length, new Set(ids(all)).size], [62, 62]);
    const names = all.map(({ label }) => label);
    assert.deepEqual(names, names.toSorted(new Intl.Collator('nl', { numeric: true }).compare));
  });

  it('is never what somebody else has, whatever is asked', async () => {
    const { portal, anna, ben } = await openWithOptions(server());
    for (const source of ['assets', 'addresses', 'contacts', 'projects']) {
      const own = new Set(ids(await everyPage(portal, `/options/${source}`, anna)));
      const others = await everyPage(portal, `/options/${source}`, ben);
      assert.ok(own.size > 0 && others.length > 0, source);
      assert.deepEqual(
        others.filter(({ id }) => own.has(id)),
        [],
        source,
      );
      for (const { label } of others.slice(0, 5)) {
        const found = await everyPage(portal, `/options/${source}?query=${encodeURIComponent(label)}`, anna);
        assert.deepEqual(
          found.filter(({ id }) => !own.has(id)),
          [],
          label,
        );
      }
    }
    const first = page(await portal.call('/options/assets', { token: anna }));
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const next = page(await portal.call(`/options/assets?cursor=${cursor}`, { token: ben }));
    assert.ok(next.items.every(({ id }) => id.startsWith('dv-')));
  });

  it('is found by words in any order, without case, accents or signs', async () => {
    const { portal, anna, ben } = await openWithOptions(server());
    const cases: [string, string, string[]][] = [
      ['contacts', 'zoe', ['Zoë van den Berg']],
      ['contacts', 'RENÉ', ['René Dijkstra']],
      ['contacts', 'berg assen ZOE', ['Zoë van den Berg']],
      ['contacts', '%', []],
      ['contacts', '_', []],
      ['contacts', "'; DROP TABLE customer_option; --", []],
      ['addresses', '9401he', ['Gedempte Singel 3, Assen']],
      ['assets', 'daikin assen', ['Daikin Perfera FTXM35']],
    ];
    for (const [source, query, found] of cases) {
      const answer = await portal.call(`/options/${source}?query=${encodeURIComponent(query)}`, { token: ben });
      assert.deepEqual(labels(answer), found, query);
    }
    for (const query of ['yilmaz', 'YILMAZ', 'yılmaz']) {
      assert.deepEqual(labels(await portal.call(`/options/contacts?query=${query}`, { token: anna })), [
        'Murat Yılmaz',
      ]);
    }
  });

  it('goes on where a search left off', async () => {
    const { portal, anna } = await openWithOptions(server());
    const all = await everyPage(portal, '/options/assets', anna);
    const wanted = all.filter(({ detail = '' }) => detail.startsWith('Cv-ketel'));
    assert.ok(wanted.length > 20);
    assert.deepEqual(ids(await everyPage(portal, '/options/assets?query=cv-ketel', anna)), ids(wanted));
  });

  it('sorts numbers by their value', async () => {
    const portal = await openPortal(server());
    const customer = await server().addCustomer(ANNA, portal.id);
    const items = ['Unit 10', 'unit 2', 'Únit 1'].map((label, index) => ({ id: String(index), label }));
    await addOptions(server().store.db, customer, 'assets', items);
    const answer = await portal.call('/options/assets', { token: await portal.signIn(ANNA) });
    assert.deepEqual(labels(answer), ['Únit 1', 'unit 2', 'Unit 10']);
  });

  it('is not for guests, and a source that is not there is not found', async () => {
    const { portal, anna } = await openWithOptions(server());
    for (const source of ['assets', 'addresses', 'contacts', 'projects']) {
      const answer = await portal.call(`/options/${source}`);
      assert.equal(answer.status, 401);
      assert.equal(problem(answer).code, 'session-expired');
    }
    for (const source of ['invoices', 'constructor', '%00']) {
      assert.equal((await portal.call(`/options/${source}`, { token: anna })).status, 404, source);
      assert.equal((await portal.call(`/options/${source}`)).status, 404, source);
    }
    for (const cursor of ['x', 'bnVsbA', 'WzEsMl0', 'WyJhIl0', '%00']) {
      assert.equal((await portal.call(`/options/assets?cursor=${cursor}`, { token: anna })).status, 400, cursor);
    }
  });
});

onEachDatabase('A Dutch address', (server) => {
  const ask = async (portal: TestPortal, postcode: string, houseNumber: string): Promise<Answer> =>
    portal.call(`/options/addresses?${new URLSearchParams({ postcode, houseNumber })}`);

  it('is found by everyone, with one item for each addition', async () => {
    const portal = await openPortal(server());
    const answer = await ask(portal, ' 9712ab', '12');
    assert.equal(answer.status, 200);
    assert.deepEqual(
      page(answer).items.map(({ id }) => id),
      ['9712AB-12', '9712AB-12-A', '9712AB-12-B', '9712AB-12-C'],
    );
    const street = { street: "Oude Kijk in 't Jatstraat", city: 'Groningen', country: 'NL' };
    assert.deepEqual(page(answer).items[1]?.address, {
      postcode: '9712 AB',
      houseNumber: '12',
      addition: 'A',
      ...street,
    });
    assert.deepEqual(page(answer).items[0]?.address, { postcode: '9712 AB', houseNumber: '12', ...street });
  });

  it('that nobody knows gives nothing', async () => {
    const portal = await openPortal(server());
    for (const [postcode, number] of [
      ['9712 AB', '13'],
      ['1234 ZZ', '1'],
    ] as const) {
      const answer = await ask(portal, postcode, number);
      assert.deepEqual([answer.status, answer.json], [200, { items: [] }]);
    }
  });

  it('that makes no sense is refused with the part that is wrong', async () => {
    const portal = await openPortal(server());
    const cases: [string, string, string][] = [
      ['97', '12', '/postcode'],
      ['', '12', '/postcode'],
      ['9712 AB\0', 'x', '/houseNumber'],
      ['9712 AB', '', '/houseNumber'],
      ['9712 AB', '12A', '/houseNumber'],
      ['9712 AB', '999999', '/houseNumber'],
    ];
    for (const [postcode, number, pointer] of cases) {
      const answer = await ask(portal, postcode, number);
      assert.equal(answer.status, 400, postcode);
      assert.equal(problem(answer).code, 'invalid-request');
      assert.deepEqual(pointers(answer), [pointer]);
    }
    assert.deepEqual(pointers(await portal.call('/options/addresses?houseNumber=12')), ['/postcode']);
  });
});

it('a client that looks up one address after another has to wait', async () => {
  const limits = { ...DEFAULT_LIMITS, addressLookupsPerClient: { count: 2, seconds: 60 } };
  const server = await startTestServer({ config: smallConfig, settings: { limits } });
  try {
    const ask = () => fetch(`${server.endpoint}/options/addresses?postcode=9712AB&houseNumber=12`);
    assert.deepEqual([(await ask()).status, (await ask()).status], [200, 200]);
    const refused = await ask();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
  } finally {
    await server.close();
  }
});
