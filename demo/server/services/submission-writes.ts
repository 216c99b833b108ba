import { sql, type SQL } from 'drizzle-orm';
import { drafts } from '../store/draft-schema.js';
import { insertFromJson } from '../store/from-json.js';
import {
  attachments,
  outbox,
  requestHistory,
  requests,
  requestSubjects,
  requestTerms,
  submissionKeys,
} from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { preparedTogether } from '../store/together.js';

/** What is written of one submission, by where it is kept. */
export interface SubmissionRows {
  readonly requests: readonly (typeof requests.$inferInsert)[];
  readonly history: readonly (typeof requestHistory.$inferInsert)[];
  readonly terms: readonly (typeof requestTerms.$inferInsert)[];
  readonly subjects: readonly (typeof requestSubjects.$inferInsert)[];
  readonly letters: readonly (typeof outbox.$inferInsert)[];
  readonly keys: readonly (typeof submissionKeys.$inferInsert)[];
  /** Files that become those of a request, from when on they cannot be sent again, changed or removed. */
  readonly files: readonly { readonly id: string; readonly requestId: string }[];
  /** Drafts that go, as what they became was sent. */
  readonly drafts: readonly { readonly portalId: string; readonly customerId: string; readonly key: string }[];
}

const filesGiven = (files: SubmissionRows['files']): SQL => sql`
  UPDATE ${attachments} SET request_id = file."requestId"
  FROM json_to_recordset(${JSON.stringify(files)}::json) AS file (id text, "requestId" text)
  WHERE ${attachments.id} = file.id AND ${attachments.requestId} IS NULL`;

const draftsSent = (sent: SubmissionRows['drafts']): SQL => sql`
  DELETE FROM ${drafts}
  USING json_to_recordset(${JSON.stringify(sent)}::json) AS sent ("portalId" text, "customerId" text, key text)
  WHERE ${drafts.portalId} = sent."portalId" AND ${drafts.customerId} = sent."customerId" AND ${drafts.key} = sent.key`;

const insertsOf = (rows: SubmissionRows): Record<string, SQL> => ({
  requested: insertFromJson(
    requests,
    [
      ...(['id', 'portalId', 'reference', 'status', 'contact', 'submission', 'digest', 'title', 'customerId'] as const),
      ...(['requestType', 'configVersion', 'locale', 'page', 'submittedAt', 'updatedAt', 'searchText'] as const),
    ],
    rows.requests,
  ),
  told: insertFromJson(requestHistory, ['requestId', 'at', 'status', 'by'], rows.history),
  accepted: insertFromJson(
    requestTerms,
    [
      ...(['requestId', 'portalId', 'customerId', 'termId', 'version', 'locale', 'acceptedAt', 'label'] as const),
      ...(['textHash', 'text'] as const),
    ],
    rows.terms,
  ),
  concerned: sql`${insertFromJson(requestSubjects, ['requestId', 'kind', 'subject'], rows.subjects)} ON CONFLICT DO NOTHING`,
  mailed: insertFromJson(
    outbox,
    ['recipient', 'subject', 'text', 'html', 'portalId', 'requestId', 'createdAt', 'beganAt', 'nextTryAt'],
    rows.letters,
  ),
  known: insertFromJson(
    submissionKeys,
    ['portalId', 'identity', 'key', 'fingerprint', 'requestId', 'receipt', 'createdAt'],
    rows.keys,
  ),
});

/** Writes several submissions as one statement, whose text is always the same; keys between the rows are checked after it. */
export const writeSubmissions = async (tx: Transaction, each: readonly SubmissionRows[]): Promise<void> => {
  const all = <K extends keyof SubmissionRows>(name: K): SubmissionRows[K][number][] =>
    each.flatMap((one) => one[name] as readonly SubmissionRows[K][number][]);
  const rows: SubmissionRows = {
    ...{ requests: all('requests'), history: all('history'), terms: all('terms'), subjects: all('subjects') },
    ...{ letters: all('letters'), keys: all('keys'), files: all('files'), drafts: all('drafts') },
  };
  await preparedTogether(tx, 'write_submissions', {
    ...insertsOf(rows),
    given: filesGiven(rows.files),
    removed: draftsSent(rows.drafts),
  });
};
