import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from 'portal-request-form/rules';
import type { Attachment } from 'portal-request-form/contract';
import { attachments, outbox, requestHistory, requests, submissionKeys } from '../../../demo/server/store/schema.js';
import type { Store } from '../../../demo/server/store/store.js';
import type { Sent } from './crowd.js';

const counted = (values: readonly string[]): number => new Set(values).size;

const answersOf = (submission: unknown): unknown => (submission as { answers: unknown }).answers;

/** Every acknowledged request is there once, whole, as its receipt says; there is none beside them. */
export const assertKeptOnce = async ({ db }: Store, sent: readonly Sent[]): Promise<void> => {
  const kept = new Map((await db.select().from(requests)).map((row) => [row.id, row]));
  assert.equal(kept.size, sent.length);
  assert.equal(counted([...kept.values()].map(({ reference }) => reference)), sent.length);
  for (const { body, receipt } of sent) {
    const row = kept.get(receipt.id);
    assert.ok(row, `the acknowledged request ${receipt.reference} is gone`);
    assert.equal(row.reference, receipt.reference);
    assert.equal(row.submittedAt.toISOString(), receipt.submittedAt);
    assert.deepEqual(answersOf(row.submission), answersOf(body));
    assert.equal(await digest(row.submission), receipt.digest);
  }
};

/** Each key made one request, and each request one entry in its history and one mail. */
export const assertNothingTwice = async ({ db }: Store, sent: readonly Sent[]): Promise<void> => {
  const keys = await db.select().from(submissionKeys);
  assert.deepEqual(keys.map(({ key }) => key).sort(), sent.map(({ key }) => key).sort());
  const history = await db.select().from(requestHistory);
  const mails = await db.select().from(outbox);
  for (const ids of [
    keys.map(({ requestId }) => requestId),
    history.map(({ requestId }) => requestId),
    mails.map(({ recipient }) => recipient),
  ]) {
    assert.deepEqual([ids.length, counted(ids)], [sent.length, sent.length]);
  }
};

const photosOf = ({ body }: Sent): Attachment[] => (answersOf(body) as { photos?: Attachment[] }).photos ?? [];

/** Each photo that was sent with a request belongs to it, and all of its bytes are there. */
export const assertFilesKept = async ({ db }: Store, sent: readonly Sent[], folder: string): Promise<void> => {
  const rows = new Map((await db.select().from(attachments)).map((row) => [row.id, row]));
  for (const one of sent) {
    for (const { id, size } of photosOf(one)) {
      assert.equal(rows.get(id)?.requestId, one.receipt.id);
      assert.equal((await stat(join(folder, id))).size, size);
    }
  }
};
