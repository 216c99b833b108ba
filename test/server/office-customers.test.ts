import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { CustomerList, OfficeCustomer } from '../../demo/office-contract/index.js';
import { customers } from '../../demo/server/store/schema.js';
import { openAsked } from './asked.js';
import { ANNA, BEN, onEachDatabase, pointers } from './harness.js';
import { joinOffice, openOffice, type AskOffice } from './office.js';

const put = (ask: AskOffice, path: string, body: unknown) => ask(path, body, {}, 'PUT');

/** A portal with Anna as a customer, signed in. */
const withAnna = async (server: Parameters<typeof openOffice>[0]) => {
  const office = await openOffice(server);
  const token = await office.portal.signIn(ANNA);
  const [anna] = (await office.get<CustomerList>('/customers')).items;
  return { ...office, token, id: anna?.id ?? '' };
};

onEachDatabase('The customers of an office', (server) => {
  it('are found by every word in any of what is known, by company or name', async () => {
    const { ask, get } = await openOffice(server());
    const records = [
      { name: 'Zoë Ångström', email: 'zoe@example.com', company: 'Lift 10 B.V.', number: 'K-77' },
      { name: 'Bob', email: 'bob@example.com', company: 'Lift 9 B.V.', phone: '(050) 123 45 67' },
      { name: 'Carl 100%', email: 'carl@example.com' },
    ];
    for (const record of records) assert.equal((await ask('/customers', record)).status, 201);
    const find = async (query: string) =>
      (await get<CustomerList>(`/customers?query=${encodeURIComponent(query)}`)).items.map(({ email }) => email);
    assert.deepEqual(await find(''), ['carl@example.com', 'bob@example.com', 'zoe@example.com']);
    assert.deepEqual(await find('angstrom k-77'), ['zoe@example.com']);
    assert.deepEqual(await find('0501234567'), ['bob@example.com']);
    assert.deepEqual([await find('100%'), await find('_'), await find('lift carl')], [['carl@example.com'], [], []]);
  });

  it('are paged by cursors, forward and back', async () => {
    const { ask, get } = await openOffice(server());
    for (let index = 0; index < 30; index += 1) {
      await ask('/customers', { name: `Customer ${index}`, email: `c${index}@example.com` });
    }
    const first = await get<CustomerList>('/customers');
    assert.deepEqual([first.items.length, first.items.at(-1)?.name, first.previous], [25, 'Customer 24', undefined]);
    const second = await get<CustomerList>(`/customers?after=${first.next}`);
    assert.deepEqual([second.items.map(({ name }) => name).at(-1), second.next], ['Customer 29', undefined]);
    assert.deepEqual((await get<CustomerList>(`/customers?before=${second.previous}`)).items, first.items);
    assert.equal((await ask('/customers?after=made-up')).status, 400);
    assert.equal((await ask('/customers?state=odd')).status, 400);
  });

  it('are added and changed with the rules of the form, each address once', async () => {
    const { ask } = await withAnna(server());
    const wrong = await ask('/customers', { name: ' ', email: 'nobody', phone: 'x', admin: true });
    assert.deepEqual([wrong.status, pointers(wrong)], [422, ['/name', '/email', '/phone', '/admin']]);
    const known = await ask('/customers', { name: 'Anna', email: ANNA.email.toUpperCase() });
    assert.deepEqual([known.status, pointers(known)], [422, ['/email']]);
    const made = (await ask('/customers', { name: 'Ben', email: BEN.email, number: '12' })).json as OfficeCustomer;
    assert.deepEqual([made.hasPassword, made.requests, made.options.assets], [false, 0, 0]);
    const taken = await put(ask, `/customers/${made.id}`, { name: 'Ben', email: ANNA.email });
    assert.deepEqual(pointers(taken), ['/email']);
    const changed = await put(ask, `/customers/${made.id}`, { name: 'Benno', email: BEN.email });
    const { name, number } = changed.json as OfficeCustomer;
    assert.deepEqual([name, number], ['Benno', undefined]);
  });

  it('prove a new address anew: the password and every session go with the old one', async () => {
    const { ask, id, token, portal } = await withAnna(server());
    await put(ask, `/customers/${id}`, { name: 'Anna', email: 'anna.new@example.com' });
    assert.equal((await portal.call('/session', { token })).status, 401);
    const credentials = { method: 'password', email: 'anna.new@example.com', password: ANNA.password };
    assert.equal((await portal.call('/session', { body: credentials })).status, 401);
  });

  it('are read by everybody of the office and changed by managers', async () => {
    const { portal, id } = await withAnna(server());
    const clerk = await joinOffice(server(), portal.id);
    const customer = (await clerk(`/customers/${id}`)).json as OfficeCustomer;
    assert.deepEqual([customer.email, customer.hasPassword, customer.signIn], [ANNA.email, true, ['password', 'code']]);
    assert.ok(customer.signedInAt);
    assert.equal((await put(clerk, `/customers/${id}/disabled`, { isDisabled: true })).status, 403);
  });
});

onEachDatabase('A disabled customer', (server) => {
  it('is signed out at once, on a phone that goes on with a draft too, and cannot come in again', async () => {
    const { ask, id, token, portal } = await withAnna(server());
    const draft = crypto.randomUUID();
    const kept = { key: draft, requestType: 'fault', configVersion: '1', step: 'details', answers: {}, checklist: {} };
    await portal.call(`/drafts/${draft}`, { method: 'PUT', token, body: kept, headers: { 'If-None-Match': '*' } });
    const { code } = (await portal.call(`/drafts/${draft}/handover`, { method: 'POST', token })).json as {
      code: string;
    };
    const phone = ((await portal.call('/handover', { body: { code } })).json as { token: string }).token;
    assert.equal((await portal.call('/session', { token: phone })).status, 200);
    assert.equal((await put(ask, `/customers/${id}/disabled`, { isDisabled: true })).status, 200);
    for (const dead of [token, phone]) assert.equal((await portal.call('/session', { token: dead })).status, 401);
    const credentials = { method: 'password', email: ANNA.email, password: ANNA.password };
    assert.equal((await portal.call('/session', { body: credentials })).status, 401);
  });

  it('gets no code and no link by mail, with the answer that anybody gets', async () => {
    const { ask, id, portal } = await withAnna(server());
    await put(ask, `/customers/${id}/disabled`, { isDisabled: true });
    const before = (await server().mails()).length;
    assert.equal((await portal.call('/session', { body: { method: 'code', email: ANNA.email } })).status, 202);
    assert.equal((await portal.call('/password-reset', { body: { email: ANNA.email } })).status, 202);
    assert.equal((await server().mails()).length, before);
    const invited = await ask(`/customers/${id}/invitation`, {});
    assert.deepEqual([invited.status, pointers(invited)], [422, ['']]);
  });

  it('cannot use a code that was mailed before', async () => {
    const { ask, id, portal } = await withAnna(server());
    await portal.call('/session', { body: { method: 'code', email: ANNA.email } });
    const [mail] = await server().mails();
    const code = /\d{6}/.exec(mail?.text ?? '')?.[0] ?? '';
    assert.equal(mail?.to, ANNA.email);
    await put(ask, `/customers/${id}/disabled`, { isDisabled: true });
    const body = { method: 'code', email: ANNA.email, code };
    assert.equal((await portal.call('/session', { body })).status, 401);
  });

  it('comes in again once the office lets them, with the password they had', async () => {
    const { ask, id, token, portal, get } = await withAnna(server());
    await put(ask, `/customers/${id}/disabled`, { isDisabled: true });
    assert.equal((await get<CustomerList>('/customers?state=disabled')).items.length, 1);
    assert.equal((await get<CustomerList>('/customers?state=active')).items.length, 0);
    await put(ask, `/customers/${id}/disabled`, { isDisabled: false });
    assert.equal((await portal.call('/session', { token })).status, 401);
    assert.ok(await portal.signIn(ANNA));
  });
});

onEachDatabase('A link to one request', (server) => {
  it('opens nothing once its customer is disabled', async () => {
    const { portal, receipt, ask, link, office } = await openAsked(server(), ANNA);
    await ask();
    const token = `reply.${await link()}`;
    assert.equal((await portal.call(`/requests/${receipt.id}`, { token })).status, 200);
    const [anna] = ((await office('/customers')).json as CustomerList).items;
    await server()
      .store.db.update(customers)
      .set({ disabledAt: new Date() })
      .where(eq(customers.id, anna?.id ?? ''));
    assert.equal((await portal.call(`/requests/${receipt.id}`, { token })).status, 401);
  });
});

onEachDatabase('An invited customer', (server) => {
  const linkIn = (text: string): URL => new URL(/https?:\S+\/invitation\S+/.exec(text)?.[0] ?? '');
  const choose = (link: URL, password: string): Promise<Response> =>
    fetch(`${server().url}${link.pathname}`, {
      method: 'POST',
      body: new URLSearchParams({ token: link.searchParams.get('token') ?? '', password }),
    });
  const invite = async (ask: AskOffice, email: string) => {
    const { id } = (await ask('/customers', { name: 'Ben', email })).json as OfficeCustomer;
    const answer = await ask(`/customers/${id}/invitation`, {});
    assert.equal(answer.status, 202);
    assert.ok((answer.json as OfficeCustomer).invitedAt);
    const [mail] = await server().mails();
    assert.equal(mail?.to, email);
    return { id, text: mail.text };
  };

  it('chooses a password behind a link that works once, and signs in with it', async () => {
    const { ask, portal } = await openOffice(server());
    const link = linkIn((await invite(ask, BEN.email)).text);
    const page = await (await fetch(`${server().url}${link.pathname}${link.search}`)).text();
    assert.match(page, new RegExp(`${BEN.email}[\\s\\S]*type="password"`));
    assert.equal((await choose(link, 'short')).status, 422);
    assert.equal((await choose(link, BEN.password)).status, 200);
    assert.equal((await choose(link, 'another-secret')).status, 422);
    const body = { method: 'password', email: BEN.email, password: BEN.password };
    assert.equal((await portal.call('/session', { body })).status, 200);
  });

  it('has one link at a time, which is worth nothing once the customer is disabled', async () => {
    const { ask } = await openOffice(server());
    const { id, text } = await invite(ask, BEN.email);
    await ask(`/customers/${id}/invitation`, {});
    assert.equal((await choose(linkIn(text), BEN.password)).status, 422);
    const [again] = await server().mails();
    await put(ask, `/customers/${id}/disabled`, { isDisabled: true });
    assert.equal((await choose(linkIn(again?.text ?? ''), BEN.password)).status, 422);
  });

  it('of a portal without passwords is told about codes, and gets no link', async () => {
    const office = await openOffice(server());
    const access = { ...office.portal.config.access, signIn: ['code' as const] };
    await server().services.portals.publish(office.portal.id, { ...office.portal.config, version: '2', access });
    const { text } = await invite(office.ask, BEN.email);
    assert.match(text, /Mail me a code/);
    assert.doesNotMatch(text, /invitation/);
  });
});

onEachDatabase('What a customer chooses from', (server) => {
  it('is kept by the office and offered in the form', async () => {
    const { ask, id, token, portal } = await withAnna(server());
    const lift = { id: 'LIFT/1 a', label: ' Lift  1 ', detail: 'Hall' };
    assert.equal((await ask(`/customers/${id}/assets`, lift)).status, 201);
    assert.deepEqual(pointers(await ask(`/customers/${id}/assets`, lift)), ['/id']);
    const offered = async () => (await portal.call('/options/assets', { token })).json as { items: object[] };
    assert.deepEqual((await offered()).items, [{ ...lift, label: 'Lift 1' }]);
    const path = `/customers/${id}/assets/${encodeURIComponent(lift.id)}`;
    assert.equal((await put(ask, path, { label: 'Lift 2' })).status, 200);
    assert.deepEqual((await offered()).items, [{ id: lift.id, label: 'Lift 2' }]);
    assert.equal((await ask(path, undefined, {}, 'DELETE')).status, 204);
    assert.equal((await ask(path, undefined, {}, 'DELETE')).status, 404);
    assert.deepEqual((await offered()).items, []);
  });

  it('has the rules of the form: an address is one, and is called by its street', async () => {
    const { ask, id } = await withAnna(server());
    const address = {
      postcode: '9712ab',
      houseNumber: '12',
      addition: 'a',
      street: 'Kade',
      city: 'Groningen',
      country: 'NL',
    };
    const made = await ask(`/customers/${id}/addresses`, { address });
    assert.equal((made.json as { label: string }).label, 'Kade 12 a, Groningen');
    const wrong = await ask(`/customers/${id}/addresses`, { address: { ...address, postcode: '12' } });
    assert.deepEqual(pointers(wrong), ['/address/postcode']);
    const missing = await ask(`/customers/${id}/addresses`, { address: { country: 'NL' } });
    assert.deepEqual(
      pointers(missing),
      ['postcode', 'houseNumber', 'street', 'city'].map((part) => `/address/${part}`),
    );
    assert.deepEqual(pointers(await ask(`/customers/${id}/contacts`, {})), ['/label']);
    assert.equal((await ask(`/customers/${id}/secrets`)).status, 404);
  });
});
