import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { Receipt, ReceiptFile, RequestDetail } from 'portal-request-form/contract';
import type { ReceiptReport } from '../../demo/office-contract/index.js';
import { requests } from '../../demo/server/store/schema.js';
import type { TestServer } from '../../demo/server/testing.js';
import { ANNA, call, CLERK, onEachDatabase, openPortal, pointers, type Answer } from './harness.js';

interface Desk {
  /** The receipt file of a request that a customer sent. */
  send(): Promise<ReceiptFile>;
  check(id: string, file: unknown): Promise<Answer>;
  report(id: string, file: unknown): Promise<ReceiptReport>;
}

const openDesk = async (server: TestServer): Promise<Desk> => {
  const portal = await openPortal(server);
  const [email, token] = [`${portal.id}@example.com`, await portal.signIn(ANNA)];
  await server.addStaff({ ...CLERK, email }, portal.id);
  const { headers } = await call(`${server.url}/api/office/session`, { body: { email, password: CLERK.password } });
  const Cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  const check: Desk['check'] = (id, body) =>
    call(`${server.url}/api/office/requests/${id}/receipt-checks`, { body, headers: { Cookie } });
  return {
    check,
    report: async (id, file) => (await check(id, file)).json as ReceiptReport,
    send: async () => {
      const receipt: Receipt = await portal.submit(token);
      const { submission } = (await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
      const terms = (receipt.proof?.terms ?? []).map((term) => ({ ...term, text: 'Pay in time.' }));
      const names = { endpoint: portal.endpoint, portal: 'Test portal' };
      return { format: 'portal-request-receipt', version: 1, ...names, submission: { ...submission }, terms, receipt };
    },
  };
};

const codes = ({ issues }: ReceiptReport): string[] => issues.map(({ code }) => code);

onEachDatabase('The office, given a receipt file,', (server) => {
  it('says that it is authentic and the same as what is kept', async () => {
    const desk = await openDesk(server());
    const file = await desk.send();
    const { reference, id } = file.receipt;
    assert.deepEqual(await desk.report(id, file), { issues: [], reference, isOfThisRequest: true, differences: [] });
  });

  it('says what somebody changed in it', async () => {
    const desk = await openDesk(server());
    const file = await desk.send();
    const { id } = file.receipt;
    const answers = { description: 'Other' };
    const report = await desk.report(id, { ...file, submission: { ...file.submission, answers } });
    assert.deepEqual(codes(report), ['digest']);
    const { answers: kept } = file.submission as { answers: { description: string } };
    assert.deepEqual(report.differences, [
      { pointer: '/answers/description', inFile: 'Other', here: kept.description },
    ]);
    const receipt = { ...file.receipt, reference: 'PR-1' };
    const renamed = await desk.report(id, { ...file, receipt });
    assert.deepEqual(codes(renamed), ['signature']);
    assert.deepEqual(renamed.differences, [
      { pointer: '/receipt/reference', inFile: 'PR-1', here: file.receipt.reference },
    ]);
  });

  it('says when what is kept was changed since', async () => {
    const desk = await openDesk(server());
    const file = await desk.send();
    const { id } = file.receipt;
    const submission = { ...file.submission, locale: 'nl' };
    await server()
      .store.db.update(requests)
      .set({ submission: submission as never })
      .where(eq(requests.id, id));
    const { issues, differences } = await desk.report(id, file);
    assert.deepEqual(issues, []);
    assert.deepEqual(differences, [{ pointer: '/locale', inFile: 'en', here: 'nl' }]);
  });

  it('says of which request it is, and nothing of another portal', async () => {
    const [desk, other] = [await openDesk(server()), await openDesk(server())];
    const [first, second, foreign] = [await desk.send(), await desk.send(), await other.send()];
    const report = await desk.report(first.receipt.id, second);
    assert.deepEqual([report.isOfThisRequest, report.reference], [false, second.receipt.reference]);
    assert.deepEqual([codes(report), report.differences], [[], []]);
    assert.deepEqual(codes(await desk.report(first.receipt.id, foreign)), ['other-portal']);
    assert.equal((await desk.check(foreign.receipt.id, foreign)).status, 404);
  });

  it('refuses what is no receipt file', async () => {
    const desk = await openDesk(server());
    const { receipt, ...file } = await desk.send();
    assert.deepEqual(pointers(await desk.check(receipt.id, file)), ['/receipt']);
    assert.equal((await desk.check(receipt.id, { format: 'other' })).status, 422);
    assert.equal((await desk.check(receipt.id, '[]')).status, 422);
  });
});
