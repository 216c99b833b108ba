import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Problem, RequestDetail } from 'portal-request-form/contract';
import type { OfficeRequest, RequestList, WorkOrder, WorkOrderList } from '../../demo/office-contract/index.js';
import { ANNA, BEN, call, CLERK, onEachDatabase, openPortal, smallConfig } from './harness.js';
import { openOffice } from './office.js';

const references = ({ items }: RequestList): string[] => items.map(({ reference }) => reference.slice(-6));

onEachDatabase('The office', (server) => {
  it('lists the requests of its own portal, newest first, with how many have each status', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    const first = await office.portal.submit(await office.portal.signIn(ANNA));
    await office.portal.submit();
    await other.portal.submit();
    await office.ask(`/requests/${first.id}/accept`, {});
    const page = await office.get<RequestList>('/requests');
    assert.deepEqual(references(page), ['000002', '000001']);
    assert.deepEqual([page.total.count, page.counts, page.unread], [2, { submitted: 1, accepted: 1 }, 1]);
    const { name, email, company } = ANNA;
    assert.deepEqual(page.items[1]?.customer, { name, email, company, guest: false });
    assert.equal(page.items[0]?.customer.guest, true);
    assert.deepEqual(references(await office.get('/requests?status=accepted')), ['000001']);
  });

  it('finds requests by reference, customer and what was typed, taking every sign literally', async () => {
    const office = await openOffice(server());
    await office.portal.submit(await office.portal.signIn(ANNA), { answers: { description: '100% koud_water' } });
    await office.portal.submit(undefined, { answers: { description: '100 keer' } });
    const cases: [string, string[]][] = [
      ['KOUD_', ['000001']],
      ['100%', ['000001']],
      ['0_k', []],
      ['acme', ['000001']],
      ['gerda@', ['000002']],
      ['000002', ['000002']],
      ['100', ['000002', '000001']],
      ['100 anna', ['000001']],
      ["'; DROP TABLE request; --", []],
      ['\\', []],
    ];
    for (const [query, found] of cases) {
      const page = await office.get<RequestList>(`/requests?query=${encodeURIComponent(query)}`);
      assert.deepEqual(references(page), found, query);
    }
  });

  it('reads a request with the questions it was asked with', async () => {
    const office = await openOffice(server());
    const { id, digest } = await office.portal.submit(await office.portal.signIn(ANNA));
    await server().services.portals.publish(office.portal.id, { ...smallConfig, version: '2', requestTypes: [] });
    const request = await office.get<OfficeRequest>(`/requests/${id}`);
    assert.deepEqual(request.definition, smallConfig.requestTypes[0]);
    assert.deepEqual([request.configVersion, request.digest, request.history.length], ['1', digest, 1]);
    assert.equal(request.portalLocale, 'en');
  });

  it('makes one work order of a request, however many accept it at once', async () => {
    const office = await openOffice(server());
    const { id, reference } = await office.portal.submit(await office.portal.signIn(ANNA));
    const answers = await Promise.all(Array.from({ length: 8 }, () => office.ask(`/requests/${id}/accept`, {})));
    const year = new Date().getFullYear();
    for (const { status, json } of answers) {
      assert.deepEqual([status, json], [200, { workOrder: `WO-${year}-000001` }]);
    }
    const { items, total } = await office.get<WorkOrderList>('/work-orders?query=wo-');
    assert.deepEqual([total.count, items[0]?.request], [1, { id, reference }]);
    const order = await office.get<WorkOrder>(`/work-orders/${items[0]?.id}`);
    assert.deepEqual([order.createdBy, order.customer.name, order.status], [CLERK.name, ANNA.name, 'open']);
    const { history } = await office.get<OfficeRequest>(`/requests/${id}`);
    assert.deepEqual(
      history.map(({ status, by }) => [status, by]),
      [
        ['submitted', 'customer'],
        ['accepted', 'office'],
      ],
    );
  });

  it('declines with a reason that the customer reads', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(BEN);
    const { id, reference } = await office.portal.submit(token);
    const without = await office.ask(`/requests/${id}/decline`, { reason: ' ' });
    assert.equal(without.status, 422);
    assert.deepEqual((without.json as Problem).errors, [{ pointer: '/reason', code: 'required' }]);
    assert.equal((await office.ask(`/requests/${id}/decline`, { reason: 'Not in our region.' })).status, 200);
    const seen = (await office.portal.call(`/requests/${id}`, { token })).json as RequestDetail;
    assert.deepEqual([seen.status, seen.reason], ['declined', 'Not in our region.']);
    assert.equal(seen.history[1]?.note, 'Not in our region.');
    const mail = (await server().mails()).find(({ subject }) => subject.includes(`${reference} was declined`));
    assert.match(mail?.text ?? '', /Not in our region\./);
  });

  it('cannot accept what was declined, nor decline what was accepted', async () => {
    const office = await openOffice(server());
    const [one, two] = [await office.portal.submit(), await office.portal.submit()];
    await office.ask(`/requests/${one.id}/decline`, { reason: 'No.' });
    await office.ask(`/requests/${two.id}/accept`, {});
    assert.equal((await office.ask(`/requests/${one.id}/accept`, {})).status, 409);
    assert.equal((await office.ask(`/requests/${two.id}/decline`, { reason: 'No.' })).status, 409);
  });

  it('does not see, accept or decline what belongs to another portal', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    const { id } = await other.portal.submit();
    const answers = [
      await office.ask(`/requests/${id}`),
      await office.ask(`/requests/${id}/accept`, {}),
      await office.ask(`/requests/${id}/decline`, { reason: 'No.' }),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404],
    );
  });

  it('gives files as downloads that a browser never shows', async () => {
    const office = await openOffice(server());
    const name = 'kaart "é".png';
    const headers = {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '25',
      'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')},filetype ${btoa('image/gif')}`,
    };
    const created = await office.portal.call('/attachments', { method: 'POST', headers });
    const id = created.headers.get('location')?.split('/').at(-1) ?? '';
    const content = 'GIF89a<svg onload="run" >';
    await office.portal.call(`/attachments/${id}`, {
      method: 'PATCH',
      body: content,
      headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    });
    assert.equal((await office.ask(`/attachments/${id}`)).status, 404);
    const files = [{ id, name, type: 'image/gif', size: 25 }];
    await office.portal.submit(undefined, { answers: { description: 'Map', files } });
    const answer = await office.ask(`/attachments/${id}`);
    assert.equal(answer.json, content);
    const given = answer.headers.get('content-disposition') ?? '';
    assert.equal(given, `attachment; filename="kaart ___.png"; filename*=UTF-8''kaart%20%22%C3%A9%22.png`);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-security-policy') ?? '', /^sandbox/);
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
  });
});

onEachDatabase('A session of staff', (server) => {
  it('is a cookie that scripts and other sites cannot use', async () => {
    const portal = await openPortal(server());
    const email = `${portal.id}@example.com`;
    await server().addStaff({ ...CLERK, email }, portal.id);
    const { headers } = await call(`${server().url}/api/office/session`, { body: { email, password: CLERK.password } });
    assert.match(headers.get('set-cookie') ?? '', /HttpOnly/);
    assert.match(headers.get('set-cookie') ?? '', /SameSite=Strict/);
  });

  it('is needed for everything, and a customer has none', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const nobody: Record<string, string>[] = [
      {},
      { Cookie: `office_session=${token}` },
      { Authorization: `Bearer ${token}` },
    ];
    for (const path of ['/requests', '/requests/1', '/work-orders', '/attachments/1']) {
      for (const headers of nobody) {
        const answer = await call(`${server().url}/api/office${path}`, { headers });
        assert.equal(answer.status, 401, path);
      }
    }
    for (const headers of nobody) {
      assert.equal((await call(`${server().url}/api/office/session`, { headers })).status, 204);
    }
    const body = { email: ANNA.email, password: ANNA.password };
    assert.equal((await call(`${server().url}/api/office/session`, { body })).status, 401);
  });

  it('does not let another site write', async () => {
    const office = await openOffice(server());
    const { id } = await office.portal.submit();
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ];
    for (const headers of foreign) {
      assert.equal((await office.ask(`/requests/${id}/accept`, {}, headers)).status, 403);
    }
    assert.equal((await office.ask(`/requests/${id}/accept`, {}, { Origin: server().url })).status, 200);
  });

  it('is dead after signing out', async () => {
    const office = await openOffice(server());
    assert.equal((await office.ask('/session')).status, 200);
    assert.equal((await office.ask('/session', undefined, {}, 'DELETE')).status, 204);
    assert.equal((await office.ask('/session')).status, 204);
    assert.equal((await office.ask('/requests')).status, 401);
  });
});
