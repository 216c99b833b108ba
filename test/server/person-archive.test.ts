import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { and, eq, isNull } from 'drizzle-orm';
import { openBucket } from '../../demo/server/services/files-bucket.js';
import { attachments } from '../../demo/server/store/schema.js';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';
import { PNG } from '../sample-files.js';
import { archiveOfPerson, askArchive } from './archives.js';
import { startBucket, type TestBucket } from './bucket.js';
import { openOffice } from './office.js';
import { create, upload } from './uploads.js';

const photo = (): Uint8Array => Buffer.concat([PNG, randomBytes(50_000)]);

/** A customer of an office who sent two photos of one name, uploaded another, and began a fourth. */
const withPhotos = async (server: TestServer) => {
  const office = await openOffice(server);
  const { portal } = office;
  const email = `w${crypto.randomUUID()}@example.com`;
  const token = await portal.signIn({ name: 'Anna', email, password: 'a-secret-1' });
  const bytes = [photo(), photo(), photo()] as const;
  const sent = [
    await upload(portal, { bytes: bytes[0] }, token),
    await upload(portal, { name: 'Photo.png', bytes: bytes[1] }, token),
  ];
  await upload(portal, { name: 'later.png', bytes: bytes[2] }, token);
  await create(portal, { name: 'begun.png' }, token);
  const { reference } = await portal.submit(token, { answers: { description: 'It drips', files: sent } });
  return { office, email, bytes, sent, folder: `files/${reference}` };
};

/** The files of a portal that no request was sent with, uploaded or begun. */
const unsentOf = async ({ store: { db } }: TestServer, portalId: string): Promise<string[]> => {
  const isUnsent = and(eq(attachments.portalId, portalId), isNull(attachments.requestId));
  return (await db.select({ id: attachments.id }).from(attachments).where(isUnsent)).map(({ id }) => id);
};

const stores = [
  { title: 'a folder', open: (): Promise<TestBucket | undefined> => Promise.resolve(undefined) },
  { title: 'a bucket', open: (): Promise<TestBucket | undefined> => startBucket() },
];

for (const { title, open } of stores) {
  describe(`What is handed out of a person, with files in ${title}`, () => {
    let store: TestBucket | undefined;
    let server: TestServer;
    /** The names of all that lies where files are. */
    const stored = async (): Promise<string[]> =>
      (store ? await store.objects() : await readdir(server.services.settings.attachmentFolder ?? '')).sort();
    before(async () => {
      store = await open();
      server = await startTestServer(store ? { files: openBucket(store.bucket) } : {});
    });
    after(async () => {
      await server.close();
      await store?.close();
    });

    it('is one ZIP file, with each file as it was sent, under a name of its own that the JSON tells', async () => {
      const { office, email, bytes, folder } = await withPhotos(server);
      const { files, paths, named } = await archiveOfPerson(server, office.email, email);
      const expected = [`${folder}/photo.png`, `${folder}/Photo (2).png`, 'files/unsent/later.png'];
      assert.deepEqual(paths, [...expected, 'customer.json']);
      for (const [index, path] of expected.entries()) assert.deepEqual(Buffer.from(files[path] ?? []), bytes[index]);
      assert.deepEqual(
        named.map(({ name, path, missing }) => [name, path ?? missing]),
        [
          ['photo.png', expected[0]],
          ['Photo.png', expected[1]],
          ['later.png', expected[2]],
          ['begun.png', 'never-arrived'],
        ],
      );
    });

    it('names a file that is gone, and holds the others', async () => {
      const { office, email, sent, folder } = await withPhotos(server);
      await server.services.files.remove([sent[0]?.id ?? '']);
      const { paths, named } = await archiveOfPerson(server, office.email, email);
      assert.deepEqual(paths, [`${folder}/Photo (2).png`, 'files/unsent/later.png', 'customer.json']);
      assert.deepEqual([named[0]?.missing, named[0]?.path], ['gone', undefined]);
    });

    it('stays in its folder, whatever a file is called', async () => {
      const { office, email, sent, folder } = await withPhotos(server);
      for (const [index, name] of ['../../../evil\n.png', 'C:\\evil\u0001.png'].entries()) {
        const isIt = eq(attachments.id, sent[index]?.id ?? '');
        await server.store.db.update(attachments).set({ name }).where(isIt);
      }
      const { paths } = await archiveOfPerson(server, office.email, email);
      assert.deepEqual(paths.slice(0, 2), [`${folder}/evil.png`, `${folder}/evil (2).png`]);
    });

    it('is a download named after the day, of a guest without files too', async () => {
      const office = await openOffice(server);
      const email = `${crypto.randomUUID()}@example.com`;
      await office.portal.submit(undefined, { guest: { name: 'Gerda', email } });
      const response = await askArchive(server, office.email, email);
      assert.equal(response.headers.get('content-type'), 'application/zip');
      assert.match(
        response.headers.get('content-disposition') ?? '',
        /^attachment; filename="customer-[\d-]{10}\.zip"$/,
      );
      assert.deepEqual((await archiveOfPerson(server, office.email, email)).paths, ['customer.json']);
    });

    it('is gone from where files are once the person is erased, sent or not, and nothing of others is', async () => {
      const { office, email, sent } = await withPhotos(server);
      const neighbour = await withPhotos(server);
      const others = await stored();
      const gone = [...sent.map(({ id }) => id), ...(await unsentOf(server, office.portal.id))];
      assert.equal(gone.length, 4);
      assert.equal((await office.ask('/privacy/erasure', { email, closesOpen: true })).status, 200);
      const left = await stored();
      assert.deepEqual(
        left.filter((name) => gone.some((id) => name.includes(id))),
        [],
      );
      assert.deepEqual(
        left,
        others.filter((name) => !gone.some((id) => name.includes(id))),
      );
      const { files } = await archiveOfPerson(server, neighbour.office.email, neighbour.email);
      assert.deepEqual(Object.keys(files).length, 4);
    });
  });
}
