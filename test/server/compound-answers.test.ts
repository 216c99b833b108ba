import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Attachment, Field, PortalConfig, Receipt } from 'portal-request-form/contract';
import { addOptions } from '../../demo/server/services/options.js';
import { ANNA, BEN, onEachDatabase, openPortal, pointers, problem, smallConfig, type TestPortal } from './harness.js';

const asset: Field = { id: 'asset', type: 'lookup', label: 'Asset', source: 'assets' };
const rowFields = [
  { id: 'unit', type: 'lookup', label: 'Unit', source: 'assets' },
  { id: 'photos', type: 'file', label: 'Photos' },
] as const;

const config: PortalConfig = {
  ...smallConfig,
  requestTypes: [
    {
      ...{ id: 'work', label: 'Work', terms: [] },
      sections: [
        {
          id: 'all',
          fields: [
            asset,
            { id: 'signature', type: 'signature', label: 'Signature' },
            { id: 'units', type: 'repeat', label: 'Units', fields: rowFields.map((field) => ({ ...field })) },
          ],
        },
      ],
      checklist: [{ id: 'safe', kind: 'yes-no', required: false, label: 'Safe', photoWhen: ['yes'] }],
    },
  ],
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads a small picture. */
const upload = async (portal: TestPortal, token: string | undefined, name = 'drawing.png'): Promise<Attachment> => {
  const encoded = (text: string): string => Buffer.from(text).toString('base64');
  const response = await fetch(`${portal.endpoint}/attachments`, {
    method: 'POST',
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(PNG.length),
      'Upload-Metadata': `filename ${encoded(name)},filetype ${encoded('image/png')}`,
      'Content-Type': 'application/offset+octet-stream',
    },
    body: PNG,
  });
  assert.equal(response.status, 201);
  const id = new URL(response.headers.get('location') ?? '', portal.endpoint).pathname.split('/').at(-1) ?? '';
  return { id, name, type: 'image/png', size: PNG.length };
};

onEachDatabase('A choice from the back office', (server) => {
  const open = async () => {
    const portal = await openPortal(server(), config);
    const [anna, ben] = [await server().addCustomer(ANNA, portal.id), await server().addCustomer(BEN, portal.id)];
    await addOptions(server().store.db, anna, 'assets', [{ id: 'a-1', label: 'Boiler  Café' }]);
    await addOptions(server().store.db, anna, 'contacts', [{ id: 'c-1', label: 'Jan' }]);
    await addOptions(server().store.db, ben, 'assets', [{ id: 'b-1', label: 'Heat pump' }]);
    return { portal, token: await portal.signIn(ANNA) };
  };
  const own = { id: 'a-1', label: 'Boiler Cafe\u0301' };

  it('is taken when it is the customer’s own, also in a row', async () => {
    const { portal, token } = await open();
    const answers = { asset: own, units: [{ unit: own }, { unit: own }] };
    assert.equal((await portal.send(portal.submission({ answers }), token)).status, 201);
  });

  it('is refused when it is somebody else’s, made up, of another source, or called otherwise', async () => {
    const { portal, token } = await open();
    const wrong = [
      { id: 'b-1', label: 'Heat pump' },
      { id: 'x', label: 'x' },
      { id: 'c-1', label: 'Jan' },
      { ...own, label: 'Boiler' },
    ];
    for (const choice of wrong) {
      const answers = { asset: choice, units: [{ unit: own }, { unit: choice }] };
      const answer = await portal.send(portal.submission({ answers }), token);
      assert.equal(answer.status, 422);
      const issues = ['/answers/asset', '/answers/units/1/unit'].map((pointer) => ({ pointer, code: 'option' }));
      assert.deepEqual(problem(answer).errors, issues, choice.id);
    }
  });

  it('is never a guest’s', async () => {
    const { portal } = await open();
    const guest = { name: 'Gerda', email: 'gerda@example.com' };
    const answer = await portal.send(portal.submission({ guest, answers: { asset: own } }));
    assert.deepEqual(problem(answer).errors, [{ pointer: '/answers/asset', code: 'option' }]);
  });
});

onEachDatabase('A file in a signature, a row or the checklist', (server) => {
  it('is taken, and belongs to the request from then on', async () => {
    const portal = await openPortal(server(), config);
    const token = await portal.signIn(ANNA);
    const [drawing, first, second, photo] = await Promise.all(
      ['signature.png', 'a.png', 'b.png', 'c.png'].map((name) => upload(portal, token, name)),
    );
    assert.ok(drawing && first && second && photo);
    const submission = portal.submission({
      answers: { signature: { attachment: drawing }, units: [{ photos: [first] }, { photos: [second] }] },
      checklist: { safe: { answer: 'yes', photos: [photo] } },
    });
    const answer = await portal.send(submission, token);
    assert.equal(answer.status, 201);
    assert.match((answer.json as Receipt).reference, /^PR-/);
    for (const { id } of [drawing, first, second, photo]) {
      const headers = { 'Tus-Resumable': '1.0.0' };
      assert.equal((await portal.call(`/attachments/${id}`, { method: 'DELETE', token, headers })).status, 403);
    }
    assert.deepEqual(pointers(await portal.send(submission, token)), [
      '/answers/signature/attachment',
      '/answers/units/0/photos/0',
      '/answers/units/1/photos/0',
      '/checklist/safe/photos/0',
    ]);
  });

  it('is refused when it is somebody else’s, was never uploaded, or is named twice', async () => {
    const portal = await openPortal(server(), config);
    const token = await portal.signIn(ANNA);
    const foreign = await upload(portal, await portal.signIn(BEN));
    const mine = await upload(portal, token);
    const cases: [Record<string, unknown>, string][] = [
      [{ signature: { attachment: foreign } }, '/answers/signature/attachment'],
      [{ signature: { attachment: { ...mine, id: 'made-up' } } }, '/answers/signature/attachment'],
      [{ units: [{ photos: [foreign] }] }, '/answers/units/0/photos/0'],
      [{ signature: { attachment: mine }, units: [{ photos: [mine] }] }, '/answers/units/0/photos/0'],
    ];
    for (const [answers, pointer] of cases) {
      const answer = await portal.send(portal.submission({ answers }), token);
      assert.deepEqual(problem(answer).errors, [{ pointer, code: 'attachment' }]);
    }
  });
});
