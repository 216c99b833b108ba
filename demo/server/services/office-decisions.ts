import { and, eq } from 'drizzle-orm';
import type { StaffRole } from '../../office-contract/index.js';
import { incomplete, notFound } from '../problem.js';
import { requestHistory, requests, workOrders } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { announce } from './announce.js';
import { aboutRequest, record } from './audit.js';
import { declineReasonsOf } from './decline-reasons.js';
import { lookOf } from './letters.js';
import { lockRequest, type RequestRow } from './locked-request.js';
import { mailTexts } from './mail-texts.js';
import { makeWorkOrder } from './new-work-order.js';
import { refuseDecided } from './open-requests.js';
import { closeQuestion } from './questions.js';
import type { Services } from './services.js';
import { textIn, typed } from './texts.js';

/** The member of staff who calls, and the portal whose office it is. */
export interface Clerk {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly portalId: string;
  /** The portal's own language. */
  readonly portalLocale: string;
}

type Decision = 'accepted' | 'declined';

const tell = async (
  services: Services,
  tx: Transaction,
  row: RequestRow,
  to: Decision,
  reason?: string,
): Promise<void> => {
  const config = await services.portals.configOf(tx, row.portalId, row.configVersion);
  const write = mailTexts(row.locale).changed[to];
  if (!config || !write || row.contact.email === '') return;
  const { name, locale } = config.portal;
  const words = {
    name: row.contact.name,
    reference: row.reference,
    portal: textIn(name, row.locale, locale),
    title: textIn(row.title, row.locale, locale),
    ...(reason === undefined ? {} : { reason }),
  };
  const look = await lookOf(services, tx, row.portalId, row.locale);
  await services.outbox.write(tx, { to: row.contact.email, requestId: row.id, look, ...write(words) });
};

/** Settles what becomes of a request that is locked, and tells the customer. */
export const decide = async (
  services: Services,
  tx: Transaction,
  row: RequestRow,
  clerk: Clerk,
  decision: { status: Decision; reason?: string; at: Date },
): Promise<void> => {
  const { status, reason, at } = decision;
  const note = reason ?? null;
  await closeQuestion(tx, row.id, at);
  await tx
    .update(requests)
    .set({ status, reason: note, updatedAt: at, isUnread: false })
    .where(eq(requests.id, row.id));
  const entry = { requestId: row.id, at, status, by: 'office' as const, note, staffId: clerk.id };
  await tx.insert(requestHistory).values(entry);
  await record(services, tx, clerk, `request.${status}`, aboutRequest(row));
  await tell(services, tx, row, status, reason);
  await announce(services, tx, row.id, `request.${status}`);
};

const acceptIn = async (services: Services, tx: Transaction, clerk: Clerk, id: string): Promise<string> => {
  const row = await lockRequest(tx, clerk.portalId, id);
  const [earlier] = await tx.select().from(workOrders).where(eq(workOrders.requestId, id));
  if (earlier) return earlier.reference;
  refuseDecided(row);
  const config = await services.portals.configOf(tx, row.portalId, row.configVersion);
  if (!config) throw new Error('A request has lost the configuration it was sent under');
  const at = services.clock();
  const { portalId } = row;
  const reference = await makeWorkOrder(tx, config, { portalId, requestId: id, createdBy: clerk.id, at });
  await decide(services, tx, row, clerk, { status: 'accepted', at });
  await announce(services, tx, id, 'work-order.created');
  return reference;
};

/** Makes a work order of a request and gives its reference; the same one however often, and by however many, it is asked. */
export const acceptRequest = async (services: Services, clerk: Clerk, id: string): Promise<{ workOrder: string }> => {
  const workOrder = await services.store.db.transaction((tx) => acceptIn(services, tx, clerk, id));
  services.outbox.wake();
  return { workOrder };
};

const LONGEST_REASON = 2_000;

/** Why a request is declined: one of the portal's reasons, words of one's own, or both. */
export interface GivenReason {
  readonly reasonId?: unknown;
  readonly reason?: unknown;
}

/** What the customer reads, in the language of the request. Throws a 422 where nothing is said. */
const writtenReason = async (services: Services, row: RequestRow, given: GivenReason): Promise<string> => {
  const { reasonId } = given;
  const chosen = (await declineReasonsOf(services, row.portalId)).find(({ id }) => id === reasonId);
  if (reasonId !== undefined && !chosen) throw incomplete([{ pointer: '/reasonId', code: 'option' }]);
  const portal = await services.portals.find(row.portalId);
  const own = typeof given.reason === 'string' ? typed(given.reason) : '';
  if ([...own].length > LONGEST_REASON) {
    throw incomplete([{ pointer: '/reason', code: 'too-long', params: { max: LONGEST_REASON } }]);
  }
  const listed = chosen && textIn(chosen.text, row.locale, portal?.config.portal.locale ?? row.locale);
  const reason = [listed, own].filter(Boolean).join('\n\n');
  if (reason === '') throw incomplete([{ pointer: '/reason', code: 'required' }]);
  return reason;
};

/** Declines a request for a reason that the customer reads. Throws a 422 without one, a 409 once it was accepted. */
export const declineRequest = async (
  services: Services,
  clerk: Clerk,
  id: string,
  given: GivenReason,
): Promise<void> => {
  const { db } = services.store;
  const own = and(eq(requests.id, id), eq(requests.portalId, clerk.portalId));
  const [found] = await db.select().from(requests).where(own);
  if (!found) throw notFound();
  const reason = await writtenReason(services, found, given); // a request keeps its language
  await db.transaction(async (tx) => {
    const row = await lockRequest(tx, clerk.portalId, id);
    if (row.status === 'declined' && row.reason === reason) return;
    refuseDecided(row);
    await decide(services, tx, row, clerk, { status: 'declined', reason, at: services.clock() });
  });
  services.outbox.wake();
};
