import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Asked, Issue, RequestType, Submission } from 'portal-request-form/contract';
import { visibility } from 'portal-request-form/rules';
import { incomplete } from '../problem.js';
import { customers, requestHistory, requestQuestions, requests } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { announce } from './announce.js';
import { aboutRequest, record } from './audit.js';
import { sha256 } from './hash.js';
import { lockRequest } from './locked-request.js';
import type { Clerk } from './office-decisions.js';
import { refuseDecided } from './open-requests.js';
import { replyFragment } from './reply-fragment.js';
import { formPage, tellCustomer } from './request-mail.js';
import type { Services } from './services.js';
import { typed } from './texts.js';

const LINK_DAYS = 30;
const DAY = 86_400_000;
const TOKEN_BYTES = 16;
const LONGEST_MESSAGE = 5_000;

export type QuestionRow = typeof requestQuestions.$inferSelect;

const askedOf = ({ id, askedAt, message, fields, items }: QuestionRow): Asked => ({
  ...{ id, message, fields, items },
  at: askedAt.toISOString(),
});

/** What a request waits for; nothing when it waits for nothing. */
export const findAsked = async (queryable: Queryable, requestId: string): Promise<Asked | undefined> => {
  const open = and(eq(requestQuestions.requestId, requestId), isNull(requestQuestions.closedAt));
  const [row] = await queryable.select().from(requestQuestions).where(open);
  return row && askedOf(row);
};

/** What the office asked was answered, replaced, or is of no use any more: its link opens nothing from then on. */
export const closeQuestion = async (tx: Transaction, requestId: string, at: Date): Promise<void> => {
  const open = and(eq(requestQuestions.requestId, requestId), isNull(requestQuestions.closedAt));
  await tx.update(requestQuestions).set({ closedAt: at }).where(open);
};

/** What the office may ask back: what the request shows with its answers, but explanations. */
const askable = (type: RequestType, { answers, checklist }: Submission) => {
  const { fields, items } = visibility(type, new Map(Object.entries(answers)), new Map(Object.entries(checklist)));
  const notes = type.sections.flatMap((section) => section.fields).filter((field) => field.type === 'note');
  return { fields: new Set([...fields].filter((id) => !notes.some((note) => note.id === id))), items };
};

const namesIn = (given: unknown): string[] | undefined =>
  Array.isArray(given) && given.every((one): one is string => typeof one === 'string')
    ? [...new Set(given)]
    : undefined;

interface Asking {
  readonly message: string;
  readonly fields: string[];
  readonly items: string[];
}

const readAsking = (body: Readonly<Record<string, unknown>>, type: RequestType, submission: Submission): Asking => {
  const { message, fields, items } = body;
  const can = askable(type, submission);
  const text = typeof message === 'string' ? typed(message) : '';
  const wanted = { fields: namesIn(fields) ?? [], items: namesIn(items) ?? [] };
  const unknown = (part: 'fields' | 'items') =>
    wanted[part].flatMap((id, index): Issue[] =>
      can[part].has(id) ? [] : [{ pointer: `/${part}/${index}`, code: 'option' }],
    );
  const errors: Issue[] = [
    ...(text === '' ? [{ pointer: '/message', code: 'required' }] : []),
    ...([...text].length > LONGEST_MESSAGE
      ? [{ pointer: '/message', code: 'too-long', params: { max: LONGEST_MESSAGE } }]
      : []),
    ...(wanted.fields.length + wanted.items.length === 0 ? [{ pointer: '/fields', code: 'required' }] : []),
    ...unknown('fields'),
    ...unknown('items'),
  ];
  if (errors.length > 0) throw incomplete(errors);
  return { message: text, ...wanted };
};

const isSame = (row: QuestionRow | undefined, { message, fields, items }: Asking): boolean =>
  row !== undefined &&
  JSON.stringify([row.message, [...row.fields].sort(), [...row.items].sort()]) ===
    JSON.stringify([message, [...fields].sort(), [...items].sort()]);

/**
 * Asks the customer for single fields and items of an open request, and mails a link to answer them. What was asked
 * before and not answered is replaced; exactly the same again does nothing. Throws a 404, a 409 and a 422.
 */
export const askBack = async (
  services: Services,
  clerk: Clerk,
  id: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const at = services.clock();
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await services.store.db.transaction(async (tx) => {
    const row = await lockRequest(tx, clerk.portalId, id);
    refuseDecided(row);
    const config = await services.portals.configOf(tx, row.portalId, row.configVersion);
    const type = config?.requestTypes.find((one) => one.id === row.requestType);
    if (!type) throw new Error('A request has lost the configuration it was sent under');
    const asking = readAsking(body, type, row.submission);
    const open = and(eq(requestQuestions.requestId, id), isNull(requestQuestions.closedAt));
    const [before] = await tx.select().from(requestQuestions).where(open);
    if (isSame(before, asking)) return;
    await closeQuestion(tx, id, at);
    const until = new Date(at.getTime() + LINK_DAYS * DAY);
    await tx.insert(requestQuestions).values({
      ...{ id: randomUUID(), portalId: row.portalId, requestId: id, ...asking, staffId: clerk.id, askedAt: at },
      ...{ tokenHash: sha256(token), expiresAt: until },
    });
    const status = 'needs-info' as const;
    await tx.update(requests).set({ status, updatedAt: at }).where(eq(requests.id, id));
    const entry = { requestId: id, at, status, by: 'office' as const, note: asking.message, staffId: clerk.id };
    await tx.insert(requestHistory).values(entry);
    await record(services, tx, clerk, 'request.asked', aboutRequest(row));
    const link = formPage(row, services.settings.publicUrl) + replyFragment(row, token);
    await tellCustomer(services, tx, row, 'asked', { note: asking.message, link, until });
    await announce(services, tx, id, 'request.needs-info');
  });
  services.outbox.wake();
};

/** The question that a link was made for, answered or not; undefined when there is no such link, or its time is over. */
export const findByLink = async (
  { store: { db }, clock }: Pick<Services, 'store' | 'clock'>,
  portalId: string,
  token: string,
): Promise<{ question: QuestionRow; customerId: string | null } | undefined> => {
  const wanted = and(
    eq(requestQuestions.tokenHash, sha256(token)),
    eq(requestQuestions.portalId, portalId),
    gt(requestQuestions.expiresAt, clock()),
    isNull(customers.disabledAt), // a guest is no customer, and passes
  );
  const [found] = await db
    .select({ question: requestQuestions, customerId: requests.customerId })
    .from(requestQuestions)
    .innerJoin(requests, eq(requests.id, requestQuestions.requestId))
    .leftJoin(customers, eq(customers.id, requests.customerId))
    .where(wanted);
  return found;
};
