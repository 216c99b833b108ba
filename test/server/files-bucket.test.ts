import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Receipt } from 'portal-request-form/contract';
import { openBucket } from '../../demo/server/services/files-bucket.js';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';
import { PNG } from '../sample-files.js';
import { startBucket } from './bucket.js';
import { CLERK, openPortal, smallConfig, type TestPortal } from './harness.js';
import { create, GUEST, idOf, send, TUS, upload } from './uploads.js';

const MEGABYTE = 1024 * 1024;

/** Takes files of some megabytes. */
const roomy = structuredClone(smallConfig);
for (const field of roomy.requestTypes[0]?.sections[0]?.fields ?? []) {
  if (field.type === 'file') field.maxBytes = 20 * MEGABYTE;
}

describe('Files in a bucket', () => {
  let store: Awaited<ReturnType<typeof startBucket>>;
  let server: TestServer;
  before(async () => {
    store = await startBucket();
    server = await startTestServer({ files: openBucket(store.bucket) });
  });
  after(async () => {
    await server.close();
    await store.close();
  });

  const offsetOf = async (portal: TestPortal, id: string) =>
    (await portal.call(`/attachments/${id}`, { method: 'HEAD', headers: TUS })).headers.get('upload-offset');

  it('go on where they stopped, piece by piece, are judged by their content, and are read by the office', async () => {
    const portal = await openPortal(server, roomy);
    const bytes = Buffer.concat([PNG, randomBytes(6 * MEGABYTE)]);
    const id = idOf(await create(portal, { size: bytes.length }));
    for (let at = 0; at < bytes.length; at += MEGABYTE) {
      const sent = await send(portal, id, bytes.subarray(at, at + MEGABYTE), at);
      assert.equal(sent.status, 204);
      assert.equal(await offsetOf(portal, id), String(Math.min(at + MEGABYTE, bytes.length)));
    }
    const file = { id, name: 'photo.png', type: 'image/png', size: bytes.length };
    const sent = await portal.send({
      ...portal.submission({ answers: { description: 'Broken', files: [file] } }),
      guest: GUEST,
    });
    assert.equal(sent.status, 201);
    assert.ok((sent.json as Receipt).reference);

    await server.addStaff({ ...CLERK, email: `${portal.id}@example.com` }, portal.id);
    const signedIn = await fetch(`${server.url}/api/office/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `${portal.id}@example.com`, password: CLERK.password }),
    });
    const Cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const read = await fetch(`${server.url}/api/office/attachments/${id}`, { headers: { Cookie } });
    assert.deepEqual(Buffer.from(await read.arrayBuffer()), bytes);
  });

  it('are refused when they are not what they say, and leave nothing behind', async () => {
    const portal = await openPortal(server, roomy);
    const bytes = Buffer.from('<svg onload="alert(1)"/>');
    const id = idOf(await create(portal, { size: bytes.length }));
    assert.equal((await send(portal, id, bytes, 0)).status, 415);
    assert.deepEqual(
      (await store.objects()).filter((key) => key.startsWith(id)),
      [],
    );
  });

  it('can be removed, half or whole, and are gone from the bucket then', async () => {
    const portal = await openPortal(server, roomy);
    const half = idOf(await create(portal, {}));
    assert.equal((await send(portal, half, PNG.subarray(0, 40), 0)).status, 204);
    const whole = await upload(portal);
    for (const id of [half, whole.id]) {
      assert.equal((await portal.call(`/attachments/${id}`, { method: 'DELETE', headers: TUS })).status, 204);
      assert.equal((await portal.call(`/attachments/${id}`, { method: 'HEAD', headers: TUS })).status, 404);
      assert.deepEqual(
        (await store.objects()).filter((key) => key.startsWith(id)),
        [],
      );
    }
  });
});
