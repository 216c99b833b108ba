import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { PortalConfig, Receipt, Session, Submission } from 'portal-request-form/contract';
import type { SettingsPreview } from '../../demo/office-contract/index.js';
import { tidy } from '../../demo/server/services/housekeeping.js';
import { findPreview } from '../../demo/server/services/previews.js';
import { requests, settingsPreviews, staffPortals } from '../../demo/server/store/schema.js';
import type { TestServer } from '../../demo/server/testing.js';
import { call, onEachDatabase, pointers, problem, type Call } from './harness.js';
import { joinOffice, openOffice, type Office } from './office.js';
import { named, put, see, withType } from './settings-calls.js';

interface Previewed {
  readonly office: Office;
  readonly made: SettingsPreview;
  readonly token: string;
  readonly ask: (path: string, options?: Call) => ReturnType<typeof call>;
}

const openPreview = async (server: TestServer): Promise<Previewed> => {
  const office = await openOffice(server);
  const answer = await office.ask('/settings/previews', {});
  assert.equal(answer.status, 201);
  const made = answer.json as SettingsPreview;
  const token = made.endpoint.split('/').at(-1) ?? '';
  return { office, made, token, ask: (path, options) => call(`${server.url}${made.endpoint}${path}`, options) };
};

const configOf = async ({ ask }: Previewed): Promise<PortalConfig> => (await ask('/config')).json as PortalConfig;

/** A guest's complete request for the small configuration. */
const submissionFor = ({ office }: Previewed, { version }: PortalConfig, change: Partial<Submission> = {}) =>
  office.portal.submission({
    configVersion: version,
    guest: { name: 'Gerda', email: 'gerda@example.com' },
    ...change,
  });

onEachDatabase('A preview of a draft', (server) => {
  it('shows the draft as it is at each call, while customers see what is published', async () => {
    const preview = await openPreview(server());
    const { office } = preview;
    assert.equal((await configOf(preview)).portal.name, 'Test portal');
    const first = (await configOf(preview)).version;
    await put(office.ask, await see(office.ask), named('Lifts'));
    const config = await configOf(preview);
    assert.deepEqual([config.portal.name, config.version === first], ['Lifts', false]);
    const { json } = await office.portal.call('/config');
    assert.equal((json as PortalConfig).portal.name, 'Test portal');
  });

  it('shows a draft with mistakes as it is, so that the form says that it is not right', async () => {
    const preview = await openPreview(server());
    const fields = [{ id: 'a', type: 'radio', label: '', options: [] }];
    const { ask } = preview.office;
    await put(ask, await see(ask), withType({ sections: [{ id: 's', fields }] }));
    assert.deepEqual((await configOf(preview)).requestTypes[0]?.sections[0]?.fields, fields);
  });

  it('checks a request as the portal does, and keeps nothing of it', async () => {
    const preview = await openPreview(server());
    const config = await configOf(preview);
    const sent = await preview.ask('/requests', { body: submissionFor(preview, config) });
    assert.deepEqual([sent.status, (sent.json as Receipt).reference], [201, 'PREVIEW-0001']);
    const empty = await preview.ask('/requests', { body: submissionFor(preview, config, { answers: {} }) });
    assert.deepEqual([empty.status, pointers(empty)], [422, ['/answers/description']]);
    const old = await preview.ask('/requests', { body: submissionFor(preview, { ...config, version: '1' }) });
    assert.deepEqual([old.status, problem(old).code], [409, 'configuration-changed']);
    const { store } = server();
    assert.equal(await store.db.$count(requests, eq(requests.portalId, preview.office.portal.id)), 0);
    assert.ok(!(await server().mails()).some(({ to }) => to === 'gerda@example.com'));
  });

  it('shows guests what guests may ask for, and lets anybody sign in to see the rest', async () => {
    const preview = await openPreview(server());
    const { ask } = preview.office;
    await put(ask, await see(ask), ({ config, office }) => ({ config, office: { ...office, guestRequestTypes: [] } }));
    assert.deepEqual((await configOf(preview)).requestTypes, []);
    const asked = await preview.ask('/session', { body: { method: 'code', email: 'any@example.com' } });
    assert.equal(asked.status, 202);
    const body = { method: 'password', email: 'any@example.com', password: 'x' };
    const { token, customer } = (await preview.ask('/session', { body })).json as Session;
    assert.equal(customer.email, preview.office.email);
    const { json } = await preview.ask('/config', { token });
    assert.equal((json as PortalConfig).requestTypes.length, 1);
  });

  it('takes files and throws them away', async () => {
    const { ask, made } = await openPreview(server());
    const created = await ask('/attachments', { method: 'POST', headers: { 'Upload-Length': '5' } });
    const location = created.headers.get('location') ?? '';
    assert.ok(location.startsWith(`${made.endpoint}/attachments/`));
    const path = location.slice(made.endpoint.length);
    const piece = await ask(path, { method: 'PATCH', body: 'hello', headers: { 'Upload-Offset': '0' } });
    assert.deepEqual([piece.status, piece.headers.get('upload-offset')], [204, '5']);
    assert.equal((await ask(path, { method: 'DELETE' })).status, 204);
  });

  it('is for pages of this server only, and for whoever knows its token', async () => {
    const { ask, made } = await openPreview(server());
    const elsewhere = [['Origin', 'https://www.example.com'] as const, ['Sec-Fetch-Site', 'cross-site'] as const];
    for (const [header, value] of elsewhere) {
      const answer = await ask('/config', { headers: { [header]: value } });
      assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [403, null]);
    }
    assert.equal((await ask('/config', { headers: { Origin: server().url } })).status, 200);
    const other = made.endpoint.replace(/[^/]+$/, 'A'.repeat(22));
    assert.equal((await call(`${server().url}${other}/config`)).status, 404);
  });

  it('is gone once its manager signs out, after eight hours, or when they manage it no more', async () => {
    const later = (hours: number) => ({ ...server().services, clock: () => new Date(Date.now() + hours * 3_600_000) });
    const { office, ask, token } = await openPreview(server());
    assert.ok(await findPreview(later(7.9), token));
    assert.equal(await findPreview(later(8), token), undefined);
    const portal = eq(staffPortals.portalId, office.portal.id);
    await server().store.db.update(staffPortals).set({ role: 'office' }).where(portal);
    assert.equal((await ask('/config')).status, 404);
    await server().store.db.update(staffPortals).set({ role: 'manager' }).where(portal);
    assert.equal((await ask('/config')).status, 200);
    await office.ask('/session', undefined, {}, 'DELETE');
    assert.equal((await ask('/config')).status, 404);
  });

  it('is tidied away when it has expired', async () => {
    const { office } = await openPreview(server());
    await tidy({ ...server().services, clock: () => new Date(Date.now() + 8.1 * 3_600_000) });
    const own = eq(settingsPreviews.portalId, office.portal.id);
    assert.equal(await server().store.db.$count(settingsPreviews, own), 0);
  });

  it('is opened by managers', async () => {
    const { portal } = await openOffice(server());
    const clerk = await joinOffice(server(), portal.id);
    assert.equal((await clerk('/settings/previews', {})).status, 403);
  });
});
