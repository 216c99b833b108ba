import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Submission } from 'portal-request-form/contract';
import type {
  AuditPage,
  OfficeRequest,
  OfficeSettings,
  RequestList,
  WorkOrder,
} from '../../demo/office-contract/index.js';
import { openBucket } from '../../demo/server/services/files-bucket.js';
import { removeBytes } from '../../demo/server/services/removed-files.js';
import { applyRetention } from '../../demo/server/services/retention.js';
import type { Services } from '../../demo/server/services/services.js';
import { webhookEndpoints } from '../../demo/server/store/schema.js';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';
import { startBucket } from './bucket.js';
import { onEachDatabase } from './harness.js';
import { openOffice, type Office } from './office.js';
import { publish } from './settings-calls.js';
import { tracesOf } from './traces.js';
import { upload } from './uploads.js';

const DAY = 86_400_000;

/** The server's services on another day. */
const daysLater = ({ services }: TestServer, days: number, change: Partial<Services> = {}): Services => ({
  ...services,
  clock: () => new Date(Date.now() + days * DAY),
  ...change,
});

const openWith = async (server: TestServer, retention?: OfficeSettings['retention']): Promise<Office> => {
  const office = await openOffice(server);
  const about = { mailbox: 'office@example.com', ...(retention ? { retention } : {}) };
  await publish(office.ask, ({ config, office: own }) => ({ config, office: { ...own, ...about } }));
  return office;
};

/** Sends a request under what was published then. */
const submit = ({ portal }: Office, change: Partial<Submission> = {}) =>
  portal.submit(undefined, { configVersion: '2', ...change });

/** A word that stands nowhere else in the database. */
const freshWord = (): string => `w${crypto.randomUUID().replaceAll('-', '')}`;

/** A guest's request with a file that was declined, all of it under one word; webhooks are told of it too. */
const declined = async (server: TestServer, office: Office, word = freshWord()) => {
  const { portal, ask } = office;
  const own = { portalId: portal.id, url: 'https://127.0.0.1/hook', events: ['request.submitted' as const] };
  const values = { ...own, id: word.slice(1), createdAt: new Date(), secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' };
  await server.store.db.insert(webhookEndpoints).values(values);
  const file = await upload(portal, { name: `${word}.png` });
  const guest = { name: `Gerda ${word}`, email: `${word}@example.com` };
  const answers = { description: `It drips, says ${word}`, files: [file] };
  const { id, reference } = await submit(office, { guest, answers });
  await ask(`/requests/${id}/ask`, { message: `Where, ${word}?`, fields: ['description'] });
  await ask(`/requests/${id}/decline`, { reason: `No, ${word}.` });
  await server.services.outbox.flush('mail');
  return { id, reference, word, file: file.id };
};

const forgotten = async (office: Office) => {
  const { items } = await office.get<AuditPage>('/audit?group=privacy');
  return items.map(({ action, by, details }) => ({ action, by, ...details }));
};

const hasFile = async ({ services }: TestServer, id: string): Promise<boolean> => {
  try {
    return (await services.files.readBytes(id, 0, 1)).length === 1;
  } catch {
    return false;
  }
};

onEachDatabase('Retention', (server) => {
  it('leaves of an anonymised request that it was asked and declined, and nothing of who asked', async () => {
    const office = await openWith(server(), { days: 30, action: 'anonymise' });
    const { id, reference, word, file } = await declined(server(), office);
    assert.ok((await tracesOf(server().store, word)).includes('outbox'));
    await applyRetention(daysLater(server(), 31));
    const { customer, submission, status, history, reason } = await office.get<OfficeRequest>(`/requests/${id}`);
    assert.deepEqual(customer, { name: '', email: '', guest: true });
    assert.deepEqual(submission.answers, {});
    assert.deepEqual(Object.keys(submission.terms), ['general']);
    assert.deepEqual(
      [status, reason, history.map((entry) => entry.status)],
      ['declined', undefined, ['submitted', 'needs-info', 'declined']],
    );
    assert.deepEqual(await tracesOf(server().store, word), []);
    assert.equal(await hasFile(server(), file), false);
    assert.equal((await office.get<RequestList>(`/requests?query=${reference}`)).items.length, 1);
  });

  it('deletes a request with its work order, its mails and calls and its files', async () => {
    const office = await openWith(server(), { days: 30, action: 'delete' });
    const { id, word, file } = await declined(server(), office);
    const { id: done } = await submit(office);
    await office.ask(`/requests/${done}/accept`, {});
    const { workOrder } = await office.get<OfficeRequest>(`/requests/${done}`);
    const order = `/work-orders/${workOrder?.id}`;
    await office.ask(`${order}/status`, { status: 'done' });
    await applyRetention(daysLater(server(), 31));
    assert.deepEqual(await tracesOf(server().store, word), []);
    assert.equal(await hasFile(server(), file), false);
    for (const path of [`/requests/${id}`, `/requests/${done}`, order]) {
      assert.equal((await office.ask(path)).status, 404, path);
    }
    assert.deepEqual(await forgotten(office), [
      { action: 'requests.deleted', by: undefined, requests: 2, files: 1, deliveries: 10 },
    ]);
  });

  it('leaves what is open or not finished long enough, and everything where nothing is set', async () => {
    const [office, other] = [await openWith(server(), { days: 30, action: 'delete' }), await openWith(server())];
    const [kept, elsewhere] = [await declined(server(), office), await declined(server(), other)];
    const { id: open } = await submit(office);
    const { id: planned } = await submit(office);
    await office.ask(`/requests/${planned}/accept`, {});
    await applyRetention(daysLater(server(), 29));
    assert.equal((await office.ask(`/requests/${kept.id}`)).status, 200);
    await applyRetention(daysLater(server(), 4000));
    for (const id of [open, planned]) assert.equal((await office.ask(`/requests/${id}`)).status, 200);
    assert.equal((await office.ask(`/requests/${kept.id}`)).status, 404);
    assert.equal((await other.ask(`/requests/${elsewhere.id}`)).status, 200);
  });

  it('is done once, by one of several processes', async () => {
    const office = await openWith(server(), { days: 1, action: 'anonymise' });
    for (let count = 0; count < 5; count += 1) await declined(server(), office);
    await Promise.all([1, 2, 3].map(() => applyRetention(daysLater(server(), 2))));
    const told = await forgotten(office);
    assert.equal(
      told.reduce((sum, { requests = 0 }) => sum + Number(requests), 0),
      5,
    );
    await applyRetention(daysLater(server(), 3));
    assert.equal((await forgotten(office)).length, told.length);
  });

  it('deletes what was anonymised before, once the portal says so', async () => {
    const office = await openWith(server(), { days: 1, action: 'anonymise' });
    const { id } = await declined(server(), office);
    await applyRetention(daysLater(server(), 2));
    await publish(office.ask, ({ config, office: own }) => ({
      config,
      office: { ...own, retention: { days: 60, action: 'delete' } },
    }));
    await applyRetention(daysLater(server(), 61));
    assert.equal((await office.ask(`/requests/${id}`)).status, 404);
  });

  it('removes a file later when the store of files does not answer', async () => {
    const office = await openWith(server(), { days: 1, action: 'delete' });
    const { id, file } = await declined(server(), office);
    const { files } = server().services;
    const broken = { ...files, remove: () => Promise.reject(new Error('The store is away')) };
    await applyRetention(daysLater(server(), 2, { files: broken }));
    assert.equal((await office.ask(`/requests/${id}`)).status, 404);
    assert.equal(await hasFile(server(), file), true);
    await removeBytes(daysLater(server(), 2));
    assert.equal(await hasFile(server(), file), true, 'somebody else may be at it');
    await removeBytes(daysLater(server(), 3));
    assert.equal(await hasFile(server(), file), false);
  });

  it('keeps the choices of an anonymised request, in rows too', async () => {
    const office = await openOffice(server());
    const fields = [
      { id: 'kind', type: 'radio', label: 'Kind', options: [{ id: 'leak', label: 'Leak' }] },
      {
        id: 'rooms',
        type: 'repeat',
        label: 'Rooms',
        maxRows: 3,
        fields: [
          { id: 'room', type: 'text', label: 'Room' },
          { id: 'warm', type: 'checkbox', label: 'Warm' },
        ],
      },
    ];
    await publish(office.ask, ({ config, office: own }) => {
      const [type, ...more] = config.requestTypes;
      const sections = [{ id: 'what', fields }] as unknown as NonNullable<typeof type>['sections'];
      const requestTypes = type ? [{ ...type, sections }, ...more] : more;
      return { config: { ...config, requestTypes }, office: { ...own, retention: { days: 1, action: 'anonymise' } } };
    });
    const answers = { kind: 'leak', rooms: [{ room: 'Of Gerda', warm: true }] };
    const { id } = await submit(office, { answers });
    await office.ask(`/requests/${id}/decline`, { reason: 'No.' });
    await applyRetention(daysLater(server(), 2));
    const { submission } = await office.get<OfficeRequest>(`/requests/${id}`);
    assert.deepEqual(submission.answers, { kind: 'leak', rooms: [{ warm: true }] });
  });

  it('shows an anonymised work order', async () => {
    const office = await openWith(server(), { days: 1, action: 'anonymise' });
    const { id } = await submit(office);
    await office.ask(`/requests/${id}/accept`, {});
    const { workOrder } = await office.get<OfficeRequest>(`/requests/${id}`);
    await office.ask(`/work-orders/${workOrder?.id}/status`, { status: 'done' });
    await applyRetention(daysLater(server(), 2));
    assert.equal((await office.get<WorkOrder>(`/work-orders/${workOrder?.id}`)).customer.name, '');
  });
});

describe('Retention of files in a bucket', () => {
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

  it('leaves nothing of them in it', async () => {
    const office = await openWith(server, { days: 1, action: 'anonymise' });
    await declined(server, office);
    assert.notDeepEqual(await store.objects(), []);
    await applyRetention(daysLater(server, 2));
    assert.deepEqual(await store.objects(), []);
  });
});
