import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { Attachment } from 'portal-request-form/contract';
import { tidy } from '../../demo/server/services/housekeeping.js';
import { attachments } from '../../demo/server/store/schema.js';
import { PNG } from '../sample-files.js';
import { ANNA, BEN, onEachDatabase, openPortal, pointers, problem, type TestPortal } from './harness.js';
import { create, GUEST, idOf, send, TUS, upload } from './uploads.js';

const withFiles = (portal: TestPortal, ...files: Attachment[]) =>
  portal.submission({ answers: { description: 'Broken', files } });

onEachDatabase('An upload', (server) => {
  it('can be cut and taken up again where it stopped', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const size = PNG.length;
    const created = await create(portal, { size }, token);
    assert.equal(created.status, 201);
    assert.match(created.headers.get('location') ?? '', /^\/api\/portals\/[^/]+\/attachments\/[0-9a-f]{32}$/);
    assert.ok(created.headers.has('upload-expires'));
    const id = idOf(created);
    assert.equal((await send(portal, id, PNG.subarray(0, 40), 0, token)).status, 204);
    const head = await portal.call(`/attachments/${id}`, { method: 'HEAD', token, headers: TUS });
    assert.equal(head.headers.get('upload-offset'), '40');
    assert.equal((await send(portal, id, randomBytes(40), 0, token)).status, 409);
    assert.equal((await send(portal, id, PNG.subarray(40), 40, token)).status, 204);
    const file = { id, name: 'photo.png', type: 'image/png', size };
    assert.equal((await portal.send(withFiles(portal, file), token)).status, 201);
  });

  it('is whole after a crash between the last byte and the note of it', async () => {
    const portal = await openPortal(server());
    const file = await upload(portal);
    const { db } = server().store;
    await db.update(attachments).set({ isComplete: false, type: '' }).where(eq(attachments.id, file.id));
    const head = await portal.call(`/attachments/${file.id}`, { method: 'HEAD', headers: TUS });
    assert.equal(head.headers.get('upload-type'), 'image/png');
    assert.equal((await portal.send({ ...withFiles(portal, file), guest: GUEST })).status, 201);
  });

  it('is refused when it is larger than any field takes, or of a type that none takes', async () => {
    const portal = await openPortal(server());
    const large = await create(portal, { size: 100_001 });
    assert.equal(large.status, 413);
    assert.equal(problem(large).code, 'too-large');
    const program = await create(portal, { name: 'setup.exe', type: 'application/x-msdownload' });
    assert.equal(program.status, 415);
    assert.equal(problem(program).code, 'unsupported-file');
  });

  it('never becomes longer than was said', async () => {
    const portal = await openPortal(server());
    const id = idOf(await create(portal, {}));
    await send(portal, id, randomBytes(500), 0).catch(() => undefined);
    const head = await portal.call(`/attachments/${id}`, { method: 'HEAD', headers: TUS });
    assert.ok(Number(head.headers.get('upload-offset')) <= PNG.length);
  });

  it('may be made and read from the origins of the portal only', async () => {
    const portal = await openPortal(server());
    const id = idOf(await create(portal, {}));
    const from = async (origin: string) => {
      const headers = { ...TUS, Origin: origin };
      const answer = await portal.call(`/attachments/${id}`, { method: 'HEAD', headers });
      return answer.headers.get('access-control-allow-origin');
    };
    assert.equal(await from('http://localhost:9'), 'http://localhost:9');
    assert.equal(await from('https://evil.example'), null);
  });

  it('can be removed, and is gone then', async () => {
    const portal = await openPortal(server());
    const { id } = await upload(portal);
    assert.equal((await portal.call(`/attachments/${id}`, { method: 'DELETE', headers: TUS })).status, 204);
    assert.equal((await portal.call(`/attachments/${id}`, { method: 'HEAD', headers: TUS })).status, 404);
    assert.equal((await send(portal, id, randomBytes(10), 0)).status, 404);
  });

  it("of another customer or portal is not found, and a customer's is not a guest's", async () => {
    const [portal, other] = [await openPortal(server()), await openPortal(server())];
    const [anna, ben] = [await portal.signIn(ANNA), await portal.signIn(BEN)];
    const id = idOf(await create(portal, {}, anna));
    const attempts: [TestPortal, string | undefined][] = [
      [portal, ben],
      [portal, undefined],
      [other, await other.signIn(ANNA)],
    ];
    for (const [where, token] of attempts) {
      for (const method of ['HEAD', 'DELETE']) {
        assert.equal((await where.call(`/attachments/${id}`, { method, token, headers: TUS })).status, 404);
      }
      assert.equal((await send(where, id, PNG, 0, token)).status, 404);
    }
    assert.equal((await send(portal, id, PNG, 0, anna)).status, 204);
  });

  it('keeps no path, control character or endless tail of its name', async () => {
    const portal = await openPortal(server());
    const names: [string, string][] = [
      ['../../etc/passwd.png', 'passwd.png'],
      ['C:\\temp\\a"b\n\u0000c.png', 'a"bc.png'],
      [`${'x'.repeat(400)}.png`, 'x'.repeat(300)],
      ['..', 'file'],
      ['\u202egnp.exe.png', 'gnp.exe.png'],
    ];
    for (const [given, kept] of names) {
      const id = idOf(await create(portal, { name: given }));
      const [row] = await server().store.db.select().from(attachments).where(eq(attachments.id, id));
      assert.equal(row?.name, kept);
    }
  });

  it('is removed after a day when it was never finished or never sent, and kept when it was sent', async () => {
    const portal = await openPortal(server());
    const [sent, unused] = [await upload(portal), await upload(portal)];
    const unfinished = { id: idOf(await create(portal, {})) };
    await portal.send({ ...withFiles(portal, sent), guest: GUEST });
    const old = new Date(Date.now() - 25 * 3_600_000);
    const { db } = server().store;
    for (const { id } of [sent, unused, unfinished])
      await db.update(attachments).set({ createdAt: old }).where(eq(attachments.id, id));
    await tidy(server().services);
    const left = await db.select().from(attachments).where(eq(attachments.portalId, portal.id));
    assert.deepEqual(
      left.map(({ id }) => id),
      [sent.id],
    );
  });
});

onEachDatabase('An attachment', (server) => {
  const refused = async (portal: TestPortal, file: Attachment, token?: string): Promise<void> => {
    const answer = await portal.send({ ...withFiles(portal, file), ...(token ? {} : { guest: GUEST }) }, token);
    assert.equal(answer.status, 422);
    assert.deepEqual(problem(answer).errors, [{ pointer: '/answers/files/0', code: 'attachment' }]);
  };

  it('is sent with one request only, and cannot be changed then', async () => {
    const portal = await openPortal(server());
    const file = await upload(portal);
    assert.equal((await portal.send({ ...withFiles(portal, file), guest: GUEST })).status, 201);
    await refused(portal, file);
    const removal = await portal.call(`/attachments/${file.id}`, { method: 'DELETE', headers: TUS });
    assert.equal(removal.status, 403);
  });

  it('goes with one of two requests that are sent at once', async () => {
    const portal = await openPortal(server());
    const file = await upload(portal);
    const body = { ...withFiles(portal, file), guest: GUEST };
    const answers = await Promise.all([portal.send(body), portal.send(body)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422]);
  });

  it('has to be there, whole, as described, and the own one', async () => {
    const portal = await openPortal(server());
    const [anna, ben] = [await portal.signIn(ANNA), await portal.signIn(BEN)];
    const file = await upload(portal, {}, anna);
    await refused(portal, file, ben);
    await refused(portal, file);
    await refused(portal, { ...file, size: 9 }, anna);
    await refused(portal, { ...file, name: 'other.png' }, anna);
    await refused(portal, { ...file, type: 'image/gif' }, anna);
    await refused(portal, { ...file, id: '0'.repeat(32) }, anna);
    await refused(
      portal,
      { id: idOf(await create(portal, {}, anna)), name: 'photo.png', type: 'image/png', size: PNG.length },
      anna,
    );
    assert.equal((await portal.send(withFiles(portal, file), anna)).status, 201);
  });

  it('that a guest uploaded goes with the request of who knows it', async () => {
    const portal = await openPortal(server());
    const file = await upload(portal);
    assert.equal((await portal.send(withFiles(portal, file), await portal.signIn(ANNA))).status, 201);
  });

  it('named twice is refused where it is named again', async () => {
    const portal = await openPortal(server());
    const file = await upload(portal);
    const answer = await portal.send({ ...withFiles(portal, file, file), guest: GUEST });
    assert.equal(answer.status, 422);
    assert.deepEqual([...new Set(pointers(answer))], ['/answers/files/1']);
  });
});
