import { eq } from 'drizzle-orm';
import type { StaffRole } from '../../office-contract/index.js';
import { incomplete } from '../problem.js';
import { requestHistory, requests, workOrders } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { announce } from './announce.js';
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
  await services.outbox.write(tx, { to: row.contact.email, look, ...write(words) });
};

const decide = async (
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

/** Declines a request for a reason that the customer reads. Throws a 422 without one, a 409 once it was accepted. */
export const declineRequest = async (services: Services, clerk: Clerk, id: string, given: unknown): Promise<void> => {
  const reason = typeof given === 'string' ? typed(given) : '';
  if (reason === '') throw incomplete([{ pointer: '/reason', code: 'required' }]);
  if ([...reason].length > LONGEST_REASON) {
    throw incomplete([{ pointer: '/reason', code: 'too-long', params: { max: LONGEST_REASON } }]);
  }
  await services.store.db.transaction(async (tx) => {
    const row = await lockRequest(tx, clerk.portalId, id);
    if (row.status === 'declined' && row.reason === reason) return;
    refuseDecided(row);
    await decide(services, tx, row, clerk, { status: 'declined', reason, at: services.clock() });
  });
  services.outbox.wake();
};
