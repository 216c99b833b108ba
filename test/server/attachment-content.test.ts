import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { HEIC, PNG, textOf } from '../sample-files.js';
import { onEachDatabase, openPortal, problem } from './harness.js';
import { create, GUEST, idOf, send, TUS, upload, type Sent } from './uploads.js';

onEachDatabase('A file that arrived', (server) => {
  it('is what its bytes are, whatever its name and type say', async () => {
    const portal = await openPortal(server());
    const cases: [Sent, string][] = [
      [{ name: 'photo.png', type: 'image/gif' }, 'image/png'],
      [{ name: 'photo.jpg', type: 'image/jpeg' }, 'image/png'],
      [{ name: 'IMG_1.heic', type: 'image/heic', bytes: HEIC }, 'image/heic'],
      [{ name: 'IMG_1.HEIF', type: 'image/heif', bytes: HEIC }, 'image/heic'],
    ];
    for (const [file, type] of cases) assert.equal((await upload(portal, file)).type, type);
    const file = await upload(portal, cases[0]?.[0]);
    assert.equal(
      (await portal.send({ ...portal.submission({ answers: { description: 'Broken', files: [file] } }), guest: GUEST }))
        .status,
      201,
    );
  });

  it('that lies, or is of no known kind, is refused and removed', async () => {
    const portal = await openPortal(server());
    const lies: Required<Sent>[] = [
      {
        name: 'photo.png',
        type: 'image/png',
        bytes: textOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      },
      { name: 'drawing.svg', type: 'image/svg+xml', bytes: textOf('<svg onload="alert(1)" />') },
      { name: 'photo.png', type: 'image/png', bytes: textOf('<!doctype html><script>alert(1)</script>') },
      { name: 'photo.jpg', type: 'image/jpeg', bytes: textOf('MZ\u0090\u0000 This program cannot be run') },
      { name: 'letter.pdf', type: 'application/pdf', bytes: PNG },
      { name: 'photo.png', type: 'image/png', bytes: textOf('only words') },
    ];
    for (const { name, type, bytes } of lies) {
      const id = idOf(await create(portal, { name, type, size: bytes.length }));
      const answer = await send(portal, id, bytes, 0);
      assert.equal(answer.status, 415);
      assert.equal(((await answer.json()) as { code: string }).code, 'unsupported-file');
      assert.equal((await portal.call(`/attachments/${id}`, { method: 'HEAD', headers: TUS })).status, 404);
      await assert.rejects(access(join(server().services.settings.attachmentFolder ?? '', id)));
    }
  });

  it('is refused when it is empty', async () => {
    const portal = await openPortal(server());
    const answer = await create(portal, { size: 0 });
    assert.equal(answer.status, 415);
    assert.equal(problem(answer).code, 'unsupported-file');
  });
});
