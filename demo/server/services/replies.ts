import { and, eq, isNull } from 'drizzle-orm';
import type { Issue, PortalConfig, Receipt, Reply, RequestType, Submission } from 'portal-request-form/contract';
import { amendRequest, digest } from 'portal-request-form/rules';
import { incomplete, notFound, Refusal } from '../problem.js';
import {
  requestHistory,
  requestQuestions,
  requestReplies,
  requests,
  requestSubjects,
  requestTerms,
} from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { together } from '../store/together.js';
import { announce } from './announce.js';
import { fingerprintOf, lockKey, refuseMismatch } from './idempotency.js';
import type { RequestRow } from './locked-request.js';
import { closeQuestion, type QuestionRow } from './questions.js';
import { tellCustomer } from './request-mail.js';
import { searchTextOf } from './search-text.js';
import type { Services } from './services.js';
import { subjectWrites } from './subjects.js';
import { fileIssues, fileWrites, filesOf } from './submission-files.js';
import { lookupIssues } from './submission-lookups.js';
import { timeZoneOf } from './time-zone.js';

/** Who replies: the customer of the request, or whoever has the link to what was asked. */
export type Replier = { readonly customerId: string } | { readonly questionId: string };

export interface SentReply {
  readonly portalId: string;
  readonly replier: Replier;
  readonly requestId: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly body: Record<string, unknown>;
}

const lockOwn = async (tx: Transaction, { portalId, replier, requestId }: SentReply): Promise<RequestRow> => {
  const own = 'customerId' in replier ? eq(requests.customerId, replier.customerId) : undefined;
  const wanted = and(eq(requests.id, requestId), eq(requests.portalId, portalId), own);
  const [row] = await tx.select().from(requests).where(wanted).for('update');
  if (!row) throw notFound();
  return row;
};

/** The question that is open. Throws a 409 when it is another one, or none: it was answered, or is not asked any more. */
const openQuestion = async (tx: Transaction, { requestId, replier, body }: SentReply): Promise<QuestionRow> => {
  const open = and(eq(requestQuestions.requestId, requestId), isNull(requestQuestions.closedAt));
  const [question] = await tx.select().from(requestQuestions).where(open);
  const isMeant =
    question !== undefined &&
    (typeof body['asked'] !== 'string' || body['asked'] === question.id) &&
    (!('questionId' in replier) || replier.questionId === question.id);
  if (!isMeant) throw new Refusal(409, 'invalid-request', 'This was answered, or is not asked any more');
  return question;
};

const partOf = <T>(record: Readonly<Record<string, T>>, given: object): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => Object.hasOwn(given, id)));

/** What is right in itself but does not fit what the server keeps, of the answers that came with the reply. */
const storedIssues = async (
  tx: Transaction,
  row: RequestRow,
  type: RequestType,
  submission: Submission,
  { answers, checklist }: Pick<Reply, 'answers' | 'checklist'>,
): Promise<Issue[]> => {
  const sent = { ...submission, answers, checklist };
  const customerId = row.customerId ?? undefined;
  return [
    ...(await lookupIssues(tx, customerId, type, sent)),
    ...(await fileIssues(tx, row.portalId, customerId, filesOf(type, sent), row.id)),
  ];
};

/** The terms as they were signed with the request. */
const signedTerms = async (tx: Transaction, requestId: string, type: RequestType) => {
  const rows = await tx.select().from(requestTerms).where(eq(requestTerms.requestId, requestId));
  return type.terms.flatMap(({ id }) =>
    rows
      .filter(({ termId }) => termId === id)
      .map(({ version, locale, textHash }) => ({ id, version, locale, sha256: textHash })),
  );
};

const amend = async (
  services: Services,
  tx: Transaction,
  row: RequestRow,
  type: RequestType,
  submission: Submission,
): Promise<Receipt> => {
  const now = services.clock();
  const sum = await digest(submission);
  const status = 'submitted' as const;
  const searchText = searchTextOf(row.reference, row.contact, type, submission);
  const change = { status, submission, digest: sum, searchText, updatedAt: now };
  await tx.update(requests).set(change).where(eq(requests.id, row.id));
  await tx.insert(requestHistory).values({ requestId: row.id, at: now, status, by: 'customer' });
  await tx.delete(requestSubjects).where(eq(requestSubjects.requestId, row.id));
  const files = filesOf(type, submission);
  await together(tx, [...subjectWrites(tx, row.id, type, submission), ...fileWrites(tx, row.id, files)]);
  const { id, reference } = row;
  const receipt: Receipt = { id, reference, submittedAt: now.toISOString(), status, digest: sum };
  return { ...receipt, proof: services.signing.prove(receipt, row.portalId, await signedTerms(tx, id, type)) };
};

const configOf = async (services: Services, tx: Transaction, row: RequestRow): Promise<PortalConfig> => {
  const config = await services.portals.configOf(tx, row.portalId, row.configVersion);
  if (!config) throw new Error('A request has lost the configuration it was sent under');
  return config;
};

const store = async (services: Services, tx: Transaction, sent: SentReply, row: RequestRow, fingerprint: string) => {
  const question = await openQuestion(tx, sent);
  const config = await configOf(services, tx, row);
  const type = config.requestTypes.find(({ id }) => id === row.requestType);
  if (!type) throw new Error('A request has lost its type');
  const context = { now: services.clock(), timeZone: timeZoneOf(config) };
  const { submission, issues } = amendRequest(config, row.submission, question, sent.body, context);
  if (issues.length > 0) throw incomplete(issues);
  const body = sent.body as Reply;
  const answers = partOf(submission.answers, body.answers);
  const checklist = partOf(submission.checklist, body.checklist);
  const errors = await storedIssues(tx, row, type, submission, { answers, checklist });
  if (errors.length > 0) throw incomplete(errors);
  const receipt = await amend(services, tx, row, type, submission);
  const repliedAt = new Date(receipt.submittedAt);
  await closeQuestion(tx, row.id, repliedAt);
  await tx.insert(requestReplies).values({
    ...{ questionId: question.id, requestId: row.id, key: sent.key, fingerprint },
    ...{ answers, checklist, before: row.submission, receipt, repliedAt },
  });
  await tellCustomer(services, tx, row, 'replied');
  await announce(services, tx, row.id, 'request.answered');
  return receipt;
};

/**
 * Puts a reply into the request it belongs to, once for each key. Throws a 404 for anybody else's request, a 409 when
 * nothing (or something else) is asked or while the key is being handled, and a 422 for what is not complete, was not
 * asked, or is another reply under the same key.
 */
export const reply = async (
  services: Services,
  sent: SentReply,
): Promise<{ readonly receipt: Receipt; readonly isReplay: boolean }> => {
  const fingerprint = fingerprintOf(sent.body);
  const outcome = await services.store.db.transaction(async (tx) => {
    await lockKey(tx, 'reply', sent.requestId, sent.key);
    const row = await lockOwn(tx, sent);
    const same = and(eq(requestReplies.requestId, row.id), eq(requestReplies.key, sent.key));
    const [earlier] = await tx.select().from(requestReplies).where(same);
    const isOwn = !('questionId' in sent.replier) || earlier?.questionId === sent.replier.questionId;
    if (earlier && isOwn) {
      refuseMismatch(earlier, fingerprint);
      return { receipt: earlier.receipt, isReplay: true };
    }
    return { receipt: await store(services, tx, sent, row, fingerprint), isReplay: false };
  });
  services.outbox.wake();
  return outcome;
};
