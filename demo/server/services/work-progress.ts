import { and, eq } from 'drizzle-orm';
import type { Progress } from '../../office-contract/index.js';
import { incomplete, notFound, Refusal } from '../problem.js';
import { requestHistory, requests, workOrders } from '../store/schema.js';
import { announce } from './announce.js';
import { aboutRequest, record } from './audit.js';
import { lockRequest } from './locked-request.js';
import type { Clerk } from './office-decisions.js';
import { tellCustomer } from './request-mail.js';
import type { Services } from './services.js';
import { typed } from './texts.js';

const LONGEST = 500;

const readNote = (given: unknown, isRequired: boolean): string => {
  const note = typeof given === 'string' ? typed(given) : '';
  if (isRequired && note === '') throw incomplete([{ pointer: '/note', code: 'required' }]);
  if ([...note].length > LONGEST) throw incomplete([{ pointer: '/note', code: 'too-long', params: { max: LONGEST } }]);
  return note;
};

const readStatus = (given: unknown): Progress => {
  if (given === 'planned' || given === 'done') return given;
  throw incomplete([{ pointer: '/status', code: 'option' }]);
};

/**
 * Says that the work of a work order is planned (when, in words) or done; the customer's request follows, and a mail says
 * so. Planned again is another plan; done again does nothing. Throws a 404, a 409 for work that is done, and a 422 for a plan without words.
 */
export const setProgress = async (
  services: Services,
  clerk: Clerk,
  id: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const status = readStatus(body['status']);
  const note = readNote(body['note'], status === 'planned');
  await services.store.db.transaction(async (tx) => {
    const own = and(eq(workOrders.id, id), eq(workOrders.portalId, clerk.portalId));
    const [order] = await tx.select().from(workOrders).where(own).for('update');
    if (!order) throw notFound();
    const row = await lockRequest(tx, clerk.portalId, order.requestId);
    if (order.status === 'done') {
      if (status === 'done') return;
      throw new Refusal(409, 'invalid-request', 'This work is done already');
    }
    const at = services.clock();
    await tx.update(workOrders).set({ status }).where(eq(workOrders.id, id));
    await tx.update(requests).set({ status, updatedAt: at }).where(eq(requests.id, row.id));
    const entry = { requestId: row.id, at, status, by: 'office' as const, note: note || null, staffId: clerk.id };
    await tx.insert(requestHistory).values(entry);
    await record(services, tx, clerk, `request.${status}`, aboutRequest(row));
    await tellCustomer(services, tx, row, status, { note });
    await announce(services, tx, row.id, `request.${status}`);
  });
  services.outbox.wake();
};
