import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sessionSchema, type Session } from 'portal-request-form/contract';
import type { TestServer } from '../../demo/server/testing.js';
import { ANNA, BEN, CLERK, onEachDatabase, openPortal, problem, smallConfig, type TestPortal } from './harness.js';

const password = (email: string, secret: string) => ({ method: 'password', email, password: secret });

const withPeople = (server: TestServer, config = smallConfig): Promise<TestPortal> =>
  openPortal(server, config, [ANNA, BEN]);

const mailTo = async (server: TestServer, email: string): Promise<string> => {
  const mail = (await server.mails()).find(({ to }) => to === email);
  return mail?.text ?? '';
};

const codeFor = async (server: TestServer, portal: TestPortal, email: string): Promise<string> => {
  await portal.call('/session', { body: { method: 'code', email } });
  return /\d{6}/.exec(await mailTo(server, email))?.[0] ?? '';
};

onEachDatabase('A session', (server) => {
  it('begins with the right password and says who it is', async () => {
    const portal = await withPeople(server());
    const answer = await portal.call('/session', { body: password(' ANNA@example.com', ANNA.password) });
    assert.equal(answer.status, 200);
    const session = sessionSchema.parse(answer.json);
    assert.equal(session.customer.company, 'Acme');
    const { token, ...rest } = session;
    const who = await portal.call('/session', { token });
    assert.deepEqual(who.json, rest);
  });

  it('gives a wrong password and an unknown address the same answer', async () => {
    const portal = await withPeople(server());
    const wrong = await portal.call('/session', { body: password(ANNA.email, 'not-this') });
    const unknown = await portal.call('/session', { body: password('nobody@example.com', 'not-this') });
    assert.equal(wrong.status, 401);
    assert.equal(problem(wrong).code, 'invalid-credentials');
    assert.deepEqual(unknown.json, wrong.json);
  });

  it('ends with signing out: the token is dead', async () => {
    const portal = await withPeople(server());
    const token = await portal.signIn(ANNA);
    assert.equal((await portal.call('/session', { method: 'DELETE', token })).status, 204);
    for (const path of ['/session', '/requests']) {
      const answer = await portal.call(path, { token });
      assert.equal(answer.status, 401);
      assert.equal(problem(answer).code, 'session-expired');
    }
    assert.equal((await portal.send(portal.submission(), token)).status, 401);
    assert.equal((await portal.call('/session', { method: 'DELETE', token })).status, 204);
  });

  it('means nothing in another portal, even for the same address', async () => {
    const [one, other] = [await withPeople(server()), await withPeople(server())];
    const token = await one.signIn(ANNA);
    assert.equal((await one.call('/requests', { token })).status, 200);
    assert.equal((await other.call('/requests', { token })).status, 401);
  });

  it('is not had with the token of staff, nor with one that was tampered with', async () => {
    const portal = await withPeople(server());
    await server().addStaff({ ...CLERK, email: `${portal.id}@example.com` }, portal.id);
    const office = await fetch(`${server().url}/api/office/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `${portal.id}@example.com`, password: CLERK.password }),
    });
    const cookie = /office_session=([^;]+)/.exec(office.headers.get('set-cookie') ?? '')?.[1] ?? '';
    assert.notEqual(cookie, '');
    const [raw = ''] = (await portal.signIn(ANNA)).split('.');
    for (const token of [decodeURIComponent(cookie), raw, `${raw}.AAAA`, 'x', '']) {
      assert.equal((await portal.call('/session', { token })).status, 401, token);
    }
  });

  it('begins with a mailed code, once', async () => {
    const portal = await withPeople(server());
    const asked = await portal.call('/session', { body: { method: 'code', email: BEN.email } });
    assert.equal(asked.status, 202);
    assert.deepEqual(asked.json, { codeSentTo: BEN.email });
    const code = /\d{6}/.exec(await mailTo(server(), BEN.email))?.[0] ?? '';
    const body = { method: 'code', email: BEN.email, code };
    const first = await portal.call('/session', { body });
    assert.equal((first.json as Session).customer.name, 'Ben');
    const second = await portal.call('/session', { body });
    assert.equal(second.status, 401);
    assert.equal(problem(second).code, 'invalid-credentials');
  });

  it('answers the same to an unknown address that asks for a code, and mails nothing', async () => {
    const portal = await withPeople(server());
    const email = `${portal.id}@example.com`;
    const answer = await portal.call('/session', { body: { method: 'code', email } });
    assert.equal(answer.status, 202);
    assert.deepEqual(answer.json, { codeSentTo: email });
    assert.equal(await mailTo(server(), email), '');
  });

  it('does not begin with the code of another person or another portal, nor after five wrong codes', async () => {
    const [portal, other] = [await withPeople(server()), await withPeople(server())];
    const code = await codeFor(server(), portal, ANNA.email);
    const wrong = code === '000000' ? '111111' : '000000';
    const attempt = async (where: TestPortal, email: string, text: string): Promise<number> =>
      (await where.call('/session', { body: { method: 'code', email, code: text } })).status;
    assert.equal(await attempt(portal, BEN.email, code), 401);
    assert.equal(await attempt(other, ANNA.email, code), 401);
    for (let tries = 0; tries < 6; tries += 1) assert.equal(await attempt(portal, ANNA.email, wrong), 401);
    assert.equal(await attempt(portal, ANNA.email, code), 401);
  });

  it('is refused after too many guesses, for a while that is said', async () => {
    const portal = await withPeople(server());
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      statuses.push((await portal.call('/session', { body: password(ANNA.email, `guess ${tries}`) })).status);
    }
    assert.deepEqual(statuses, [...Array<number>(10).fill(401), 429]);
    const right = await portal.call('/session', { body: password(ANNA.email, ANNA.password) });
    assert.equal(right.status, 429);
    assert.equal(problem(right).code, 'rate-limited');
    assert.ok(Number(right.headers.get('retry-after')) > 0);
  });

  it('does not count the right password as a guess', async () => {
    const portal = await withPeople(server());
    for (let times = 0; times < 12; times += 1) assert.notEqual(await portal.signIn(ANNA), undefined);
  });

  it('sends no more than ten codes to one address', async () => {
    const portal = await withPeople(server());
    const statuses: number[] = [];
    for (let times = 0; times < 11; times += 1) {
      statuses.push((await portal.call('/session', { body: { method: 'code', email: ANNA.email } })).status);
    }
    assert.deepEqual(statuses, [...Array<number>(10).fill(202), 429]);
  });

  it('offers only the ways of the portal', async () => {
    const access = { ...smallConfig.access, signIn: ['code' as const] };
    const portal = await withPeople(server(), { ...smallConfig, access });
    const answer = await portal.call('/session', { body: password(ANNA.email, ANNA.password) });
    assert.equal(answer.status, 400);
  });
});

onEachDatabase('A forgotten password', (server) => {
  it('is replaced through a mailed link, which ends every session and works once', async () => {
    const portal = await withPeople(server());
    const old = await portal.signIn(ANNA);
    assert.equal((await portal.call('/password-reset', { body: { email: ANNA.email } })).status, 202);
    const link = /https?:\S+/.exec(await mailTo(server(), ANNA.email))?.[0] ?? '';
    const { searchParams, pathname, search } = new URL(link);
    const page = await (await fetch(`${server().url}${pathname}${search}`)).text();
    assert.match(page, /type="password"/);
    const body = new URLSearchParams({ ...Object.fromEntries(searchParams), password: 'a-new-secret' });
    const save = (): Promise<Response> => fetch(`${server().url}/reset`, { method: 'POST', body });
    assert.equal((await save()).status, 200);
    assert.equal((await save()).status, 422);
    assert.equal((await portal.call('/session', { token: old })).status, 401);
    assert.equal((await portal.call('/session', { body: password(ANNA.email, ANNA.password) })).status, 401);
    assert.equal((await portal.call('/session', { body: password(ANNA.email, 'a-new-secret') })).status, 200);
  });

  it('of an unknown address gets the same answer and no mail', async () => {
    const portal = await withPeople(server());
    const email = `${portal.id}@example.com`;
    assert.equal((await portal.call('/password-reset', { body: { email } })).status, 202);
    assert.equal(await mailTo(server(), email), '');
  });

  it('shows a page that holds nothing but text from its address', async () => {
    const portal = await withPeople(server());
    const token = encodeURIComponent('"><script>alert(1)</script>');
    const answer = await fetch(`${server().url}/reset?portal=${portal.id}&token=${token}`);
    assert.doesNotMatch(await answer.text(), /<script/);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
  });
});
