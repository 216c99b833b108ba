import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { AuditPage } from '../../demo/office-contract/index.js';
import { staff, staffPasswordLinks } from '../../demo/server/store/schema.js';
import { call, CLERK, onEachDatabase } from './harness.js';
import { joinOffice, officeCookie, openOffice } from './office.js';

const NEW_PASSWORD = 'another-secret';

onEachDatabase('Staff who forgot their password', (server) => {
  const forget = (email: string) => call(`${server().url}/api/office/password-reset`, { body: { email } });
  const mailsTo = async (to: string) => (await server().mails()).filter((mail) => mail.to === to);
  const linkTo = async (to: string): Promise<URL> =>
    new URL(/https?:\S+\/invitation\/password\S+/.exec((await mailsTo(to))[0]?.text ?? '')?.[0] ?? '');
  const choose = (link: URL, password = NEW_PASSWORD): Promise<Response> =>
    fetch(`${server().url}${link.pathname}`, {
      method: 'POST',
      headers: { 'Accept-Language': 'nl' },
      body: new URLSearchParams({ token: link.searchParams.get('token') ?? '', password }),
    });

  it('get a link that works once and ends every session that was open', async () => {
    const { ask, email, get } = await openOffice(server());
    assert.equal((await forget(email.toUpperCase())).status, 202);
    const link = await linkTo(email);
    assert.equal((await ask('/requests')).status, 200);
    const chosen = await choose(link);
    assert.equal(chosen.status, 200);
    assert.match(await chosen.text(), /Uw nieuwe wachtwoord is opgeslagen[\s\S]*Naar de backoffice/);
    assert.equal((await ask('/requests')).status, 401);
    assert.equal((await choose(link)).status, 422);
    const cookie = await officeCookie(server(), email, NEW_PASSWORD);
    assert.ok(cookie);
    assert.equal((await get<{ status: number }>('/audit')).status, 401);
    const { json } = await call(`${server().url}/api/office/audit`, { headers: { Cookie: cookie } });
    assert.deepEqual(
      (json as AuditPage).items.slice(0, 3).map(({ action, by }) => [action, by?.name]),
      ['session.began', 'staff.password-chosen', 'staff.password-asked'].map((action) => [action, CLERK.name]),
    );
  });

  it('get the same answer as everybody else, and nobody else gets a mail', async () => {
    const { portal, ask } = await openOffice(server());
    const gone = `gone-${portal.id}@example.com`;
    const id = await server().addStaff({ ...CLERK, email: gone }, portal.id, 'office');
    await ask(`/staff/${id}`, { role: 'office', isDisabled: true }, {}, 'PUT');
    const answers = [await forget(gone), await forget(`nobody-${portal.id}@example.com`), await forget('no address')];
    assert.deepEqual(
      answers.map(({ status, json }) => [status, json]),
      answers.map(() => [202, {}]),
    );
    assert.deepEqual(await mailsTo(gone), []);
  });

  it('have an hour for it, with the newest link only', async () => {
    const { email } = await openOffice(server());
    await forget(email);
    const first = await linkTo(email);
    await forget(email);
    assert.equal((await choose(first)).status, 422);
    const [account] = await server().store.db.select().from(staff).where(eq(staff.email, email));
    const own = eq(staffPasswordLinks.staffId, account?.id ?? '');
    const [kept] = await server().store.db.select().from(staffPasswordLinks).where(own);
    assert.equal((kept?.expiresAt.getTime() ?? 0) - (kept?.createdAt.getTime() ?? 0), 3_600_000);
    await server().store.db.update(staffPasswordLinks).set({ expiresAt: new Date() }).where(own);
    assert.equal((await choose(await linkTo(email))).status, 422);
  });

  it('keep the link until what they choose is a password, and lose it with their place', async () => {
    const { portal, ask, get } = await openOffice(server());
    await joinOffice(server(), portal.id);
    const { items } = await get<{ items: { id: string; email: string; isSelf: boolean }[] }>('/staff');
    const colleague = items.find(({ isSelf }) => !isSelf);
    assert.ok(colleague);
    await forget(colleague.email);
    const link = await linkTo(colleague.email);
    assert.equal((await choose(link, 'short')).status, 422);
    const page = await (await fetch(`${server().url}${link.pathname}${link.search}`)).text();
    assert.match(page, /type="password"/);
    await ask(`/staff/${colleague.id}`, { role: 'office', isDisabled: true }, {}, 'PUT');
    assert.equal((await choose(link)).status, 422);
  });

  it('get ten mails in ten minutes at most', async () => {
    const { email } = await openOffice(server());
    const statuses: number[] = [];
    for (let times = 0; times < 11; times += 1) statuses.push((await forget(email)).status);
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 202), 429]);
    assert.equal((await mailsTo(email)).length, 10);
  });
});
