import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { startTestServer, freshPortalId, type TestServer } from '../../demo/server/testing.js';
import { installerConfig } from '../../demo/server/seed.js';
import { PNG } from '../sample-files.js';
import { startFaultProxy, type FaultProxy } from './proxy.js';

const TUS = { 'Tus-Resumable': '1.0.0' };
const SIZE = 10_000;
const PHOTO = Buffer.concat([PNG, Buffer.alloc(SIZE - PNG.length, 7)]);

let server: TestServer;
let proxy: FaultProxy;

before(async () => {
  server = await startTestServer();
  proxy = await startFaultProxy(server.url);
});

after(async () => {
  await proxy.close();
  await server.close();
});

const create = async (): Promise<{ portal: string; url: string }> => {
  const portal = freshPortalId();
  await server.addPortal(portal, await installerConfig());
  const metadata = `filename ${Buffer.from('photo.png').toString('base64')},filetype ${Buffer.from('image/png').toString('base64')}`;
  const answer = await fetch(`${proxy.endpoint(portal)}/attachments`, {
    method: 'POST',
    headers: { ...TUS, 'Upload-Length': String(SIZE), 'Upload-Metadata': metadata },
  });
  const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
  return { portal, url: `${proxy.endpoint(portal)}/attachments/${id}` };
};

const offsetOf = async (url: string): Promise<number> =>
  Number((await fetch(url, { method: 'HEAD', headers: TUS })).headers.get('upload-offset'));

const send = (url: string, from: number): Promise<Response> =>
  fetch(url, {
    method: 'PATCH',
    headers: { ...TUS, 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' },
    body: new Uint8Array(PHOTO.subarray(from)),
  });

/** Goes on where the server is until it has everything. */
const finish = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 20; tries += 1) {
    const from = await offsetOf(url);
    if (from === SIZE) return;
    await send(url, from).catch(() => undefined); // what was cut is gone on with
  }
  assert.fail('the upload never ended');
};

it('30 an upload that is cut at every tenth goes on from there, and is whole', async () => {
  const { portal, url } = await create();
  proxy.fault(
    portal,
    Array.from({ length: 9 }, (_, index) => ({ kind: 'half-sent', at: 1 / (10 - index), call: 'PATCH /attachments' })),
  );
  await finish(url);
  assert.equal(await offsetOf(url), SIZE);
});

it('30 a piece whose answer is lost is not added twice', async () => {
  const { portal, url } = await create();
  proxy.fault(portal, [{ kind: 'lost', call: 'PATCH /attachments' }]);
  await assert.rejects(send(url, 0));
  assert.equal((await send(url, 0)).status, 409);
  await finish(url);
  assert.equal(await offsetOf(url), SIZE);
});
