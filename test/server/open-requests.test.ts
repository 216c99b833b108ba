import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { HistoryEntry, PortalConfig, RequestDetail, RequestPage } from 'portal-request-form/contract';
import type { OfficeRequest, RequestList } from '../../demo/office-contract/index.js';
import { acceptRequest, declineRequest, type Clerk } from '../../demo/server/services/office-decisions.js';
import { findOfficeRequest } from '../../demo/server/services/office-requests.js';
import { listOfficeRequests } from '../../demo/server/services/request-list.js';
import { addOptions } from '../../demo/server/services/options.js';
import type { TestServer } from '../../demo/server/testing.js';
import {
  ANNA,
  BEN,
  CLERK,
  onEachDatabase,
  openPortal,
  pointers,
  problem,
  smallConfig,
  type TestPortal,
} from './harness.js';

const config: PortalConfig = {
  ...smallConfig,
  requestTypes: [
    {
      ...{ id: 'work', label: 'Work', checklist: [], terms: [] },
      sections: [
        {
          id: 'all',
          fields: [
            { id: 'asset', type: 'lookup', label: 'Asset', source: 'assets' },
            { id: 'address', type: 'address', label: 'Address', countries: ['NL', 'GB'] },
            {
              ...{ id: 'units', type: 'repeat', label: 'Units' },
              fields: [{ id: 'unit', type: 'lookup', label: 'Unit', source: 'assets' }],
            },
          ],
        },
      ],
    },
  ],
};

const home = { postcode: '9712ab', houseNumber: '12', addition: 'a', street: 'S', city: 'C', country: 'NL' };

const clerkOf = async (server: TestServer, { id: portalId }: TestPortal): Promise<Clerk> => {
  const id = await server.addStaff({ ...CLERK, email: `${portalId}@example.com` }, portalId);
  return { id, name: CLERK.name, role: 'manager', portalId, portalLocale: 'en' };
};

onEachDatabase('Open requests about the same thing', (server) => {
  const open = async () => {
    const portal = await openPortal(server(), config);
    const assets = [1, 2].map((number) => ({ id: `a-${number}`, label: `Boiler ${number}` }));
    for (const person of [ANNA, BEN]) {
      await addOptions(server().store.db, await server().addCustomer(person, portal.id), 'assets', assets);
    }
    return { portal, token: await portal.signIn(ANNA), first: assets[0], second: assets[1] };
  };
  const found = async (portal: TestPortal, token: string, about: string, more = '&open=true'): Promise<string[]> => {
    const answer = await portal.call(`/requests?about=${encodeURIComponent(about)}${more}`, { token });
    return (answer.json as RequestPage).items.map(({ id }) => id);
  };

  it('are found by what was chosen, in the request or in a row', async () => {
    const { portal, token, first, second } = await open();
    const one = await portal.submit(token, { answers: { asset: first } });
    const two = await portal.submit(token, { answers: { asset: first, units: [{ unit: second }, { unit: second }] } });
    await portal.submit(token, { answers: {} });
    assert.deepEqual(await found(portal, token, 'a-1'), [two.id, one.id]);
    assert.deepEqual(await found(portal, token, 'a-2'), [two.id]);
    assert.deepEqual(await found(portal, token, 'A-2'), []);
  });

  it('are found by their address, however it is written', async () => {
    const { portal, token } = await open();
    const { addition: _none, ...house } = home;
    const flat = await portal.submit(token, { answers: { address: home } });
    const whole = await portal.submit(token, { answers: { address: house } });
    const abroad = { ...home, postcode: 'sw1a 1aa', houseNumber: '10', addition: '', country: 'GB' };
    const foreign = await portal.submit(token, { answers: { address: abroad } });
    for (const about of ['9712AB-12-A', '9712 ab-12-a']) assert.deepEqual(await found(portal, token, about), [flat.id]);
    for (const about of ['9712AB-12', '9712AB-12-']) assert.deepEqual(await found(portal, token, about), [whole.id]);
    assert.deepEqual(await found(portal, token, 'SW1A1AA-10'), [foreign.id]);
    assert.deepEqual(await found(portal, token, '9712AB-1'), []);
  });

  it('are never somebody else’s, nor decided already', async () => {
    const { portal, token, first } = await open();
    const clerk = await clerkOf(server(), portal);
    const sent = [];
    for (let count = 0; count < 3; count += 1) sent.push(await portal.submit(token, { answers: { asset: first } }));
    await portal.submit(await portal.signIn(BEN), { answers: { asset: first } });
    const ids = sent.map(({ id }) => id).reverse();
    await acceptRequest(server().services, clerk, ids[0] ?? '');
    await declineRequest(server().services, clerk, ids[1] ?? '', { reason: 'No' });
    assert.deepEqual(await found(portal, token, 'a-1'), [ids[2]]);
    assert.deepEqual(await found(portal, token, 'a-1', ''), ids);
    assert.equal((await portal.call('/requests?about=a-1&open=true')).status, 401);
  });
});

onEachDatabase('A message to an open request', (server) => {
  const say = (portal: TestPortal, id: string, body: unknown, token?: string, key: string = randomUUID()) =>
    portal.call(`/requests/${id}/messages`, { body, token, headers: { 'Idempotency-Key': key } });

  it('stands in its history, once, and the office can find it', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const { id } = await portal.submit(token);
    const key = randomUUID();
    const body = { text: ' Het lekt\r\nnu ook.\0 ' };
    const answers = [await say(portal, id, body, token, key), await say(portal, id, body, token, key)];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 200],
    );
    const entry = answers[0]?.json as HistoryEntry;
    assert.deepEqual(answers[1]?.json, entry);
    assert.deepEqual(entry, { at: entry.at, status: 'submitted', by: 'customer', note: 'Het lekt\nnu ook.' });
    const detail = (await portal.call(`/requests/${id}`, { token })).json as RequestDetail;
    assert.deepEqual(detail.history.slice(1), [entry]);
    assert.equal(detail.updatedAt, entry.at);
    const clerk = await clerkOf(server(), portal);
    const seen: OfficeRequest = await findOfficeRequest(server().services, clerk, id);
    assert.deepEqual(seen.history.slice(1), [entry]);
    const filter = { query: 'lekt', isUnread: false, sort: 'newest' } as const;
    const listed: RequestList = await listOfficeRequests(server().services, clerk, filter);
    assert.deepEqual(
      listed.items.map((row) => row.id),
      [id],
    );
  });

  it('is not for somebody else, a guest or nobody', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const [own, guests] = [await portal.submit(token), await portal.submit()];
    const ben = await portal.signIn(BEN);
    for (const [id, who, status] of [
      [own.id, ben, 404],
      [guests.id, ben, 404],
      [randomUUID(), token, 404],
      ['%00', token, 404],
      [own.id, undefined, 401],
    ] as const) {
      assert.equal((await say(portal, id, { text: 'Hello' }, who)).status, status, id);
    }
    const detail = (await portal.call(`/requests/${own.id}`, { token })).json as RequestDetail;
    assert.equal(detail.history.length, 1);
  });

  it('is refused once the office has decided, but a repeat still gets its answer', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const { id } = await portal.submit(token);
    const key = randomUUID();
    await say(portal, id, { text: 'Before' }, token, key);
    await acceptRequest(server().services, await clerkOf(server(), portal), id);
    const late = await say(portal, id, { text: 'After' }, token);
    assert.deepEqual([late.status, problem(late).code], [409, 'invalid-request']);
    assert.equal((await say(portal, id, { text: 'Before' }, token, key)).status, 200);
  });

  it('is refused without text, with too much of it, or with anything else', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const { id } = await portal.submit(token);
    const cases: [unknown, string[]][] = [
      [{}, ['/text required']],
      [{ text: ' \n ' }, ['/text required']],
      [{ text: 7 }, ['/text type']],
      [{ text: 'x'.repeat(5_001) }, ['/text too-long']],
      [{ text: 'x', status: 'done' }, ['/status unknown-key']],
    ];
    for (const [body, expected] of cases) {
      const answer = await say(portal, id, body, token);
      assert.equal(answer.status, 422);
      assert.deepEqual(
        (problem(answer).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
        expected,
      );
    }
    assert.equal((await portal.call(`/requests/${id}/messages`, { body: { text: 'x' }, token })).status, 400);
    const key = randomUUID();
    await say(portal, id, { text: 'One' }, token, key);
    assert.equal(problem(await say(portal, id, { text: 'Two' }, token, key)).code, 'idempotency-mismatch');
    assert.deepEqual(pointers(await say(portal, id, { text: '' }, token)), ['/text']);
  });
});
