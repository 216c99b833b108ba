import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { PortalConfig, Term } from 'portal-request-form/contract';
import { findOfficeRequest } from '../../demo/server/services/office-requests.js';
import { requestTerms } from '../../demo/server/store/schema.js';
import { ANNA, BEN, onEachDatabase, openPortal, smallConfig, type TestPortal } from './harness.js';

const DAY = 86_400_000;
const FIRST: Term = {
  id: 'general',
  version: '1',
  required: true,
  label: 'Terms',
  text: { en: 'Pay.', nl: 'Betaal.' },
};

const withTerm = (term: Term, version = '1'): PortalConfig => ({
  ...smallConfig,
  version,
  portal: { ...smallConfig.portal, remember: 30 },
  requestTypes: smallConfig.requestTypes.map((type) => ({ ...type, terms: [term] })),
});

const termFor = async (portal: TestPortal, token?: string): Promise<Term | undefined> =>
  ((await portal.call('/config', { token })).json as PortalConfig).requestTypes[0]?.terms[0];

onEachDatabase('Terms that are remembered', (server) => {
  const open = async (config: PortalConfig = withTerm(FIRST)) => {
    const portal = await openPortal(server(), config);
    return { portal, token: await portal.signIn(ANNA) };
  };
  const publish = (portal: TestPortal, term: Term) => server().services.portals.publish(portal.id, withTerm(term, '2'));

  it('are shown as accepted to the customer who accepted them, and to nobody else', async () => {
    const { portal, token } = await open();
    assert.deepEqual(await termFor(portal, token), FIRST);
    const { submittedAt } = await portal.submit(token);
    assert.deepEqual(await termFor(portal, token), { ...FIRST, accepted: { version: '1', at: submittedAt } });
    await portal.submit();
    for (const other of [await portal.signIn(BEN), undefined, 'dead']) {
      assert.deepEqual(await termFor(portal, other), FIRST);
    }
  });

  it('come with the text that was accepted when there is another version, in every language it had', async () => {
    const { portal, token } = await open();
    const { submittedAt } = await portal.submit(token, { locale: 'nl' });
    const second = { ...FIRST, version: '2', text: { en: 'Pay at once.', nl: 'Betaal meteen.' } };
    await publish(portal, second);
    const accepted = { version: '1', at: submittedAt, text: FIRST.text };
    assert.deepEqual(await termFor(portal, token), { ...second, accepted });
  });

  it('are asked again when another text was put under the same version', async () => {
    const { portal, token } = await open();
    await portal.submit(token);
    const changed = { ...FIRST, text: { en: 'Pay twice.', nl: 'Betaal twee keer.' } };
    await publish(portal, changed);
    assert.deepEqual(await termFor(portal, token), changed);
  });

  it('are forgotten after the days of the portal, however often the customer sends', async () => {
    const { portal, token } = await open();
    const { id, submittedAt } = await portal.submit(token);
    const earlier = new Date(new Date(submittedAt).getTime() - 29 * DAY);
    const at = (acceptedAt: Date, requestId: string) =>
      server().store.db.update(requestTerms).set({ acceptedAt }).where(eq(requestTerms.requestId, requestId));
    await at(earlier, id);
    const second = await portal.submit(token);
    assert.equal((await termFor(portal, token))?.accepted?.at, earlier.toISOString());
    const clerk = { id: 'nobody', portalId: portal.id, portalLocale: 'en', name: 'Nobody', role: 'manager' as const };
    const { acceptedTerms } = await findOfficeRequest(server().services, clerk, second.id);
    assert.deepEqual(acceptedTerms, [{ id: 'general', at: earlier.toISOString() }]);
    for (const request of [id, second.id]) await at(new Date(earlier.getTime() - 2 * DAY), request);
    assert.deepEqual(await termFor(portal, token), FIRST);
  });

  it('change the entity tag, which differs from customer to customer', async () => {
    const { portal, token } = await open();
    const etags: (string | null)[] = [];
    const look = async (who?: string): Promise<string> => {
      const { headers } = await portal.call('/config', { token: who });
      assert.match(headers.get('vary') ?? '', /Authorization/);
      etags.push(headers.get('etag'));
      return headers.get('etag') ?? '';
    };
    for (const who of [undefined, await portal.signIn(BEN), token]) await look(who);
    await portal.submit(token);
    const last = await look(token);
    assert.equal(new Set(etags).size, 4);
    const again = (who: string) => portal.call('/config', { token: who, headers: { 'If-None-Match': last } });
    assert.equal((await again(token)).status, 304);
    assert.equal((await again(await portal.signIn(BEN))).status, 200);
  });

  it('are asked every time where the portal does not remember', async () => {
    const { portal, token } = await open({ ...withTerm(FIRST), portal: smallConfig.portal });
    await portal.submit(token);
    assert.deepEqual(await termFor(portal, token), FIRST);
  });

  it('cannot be published as accepted for everybody', async () => {
    const accepted = { version: '1', at: new Date(0).toISOString() };
    const { portal, token } = await open(withTerm({ ...FIRST, accepted }));
    assert.deepEqual(await termFor(portal, token), FIRST);
  });
});
