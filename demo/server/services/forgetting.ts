import { eq, inArray } from 'drizzle-orm';
import type { PortalConfig } from 'portal-request-form/contract';
import { digest } from 'portal-request-form/rules';
import {
  attachments,
  messageKeys,
  officeMessageKeys,
  outbox,
  requestHistory,
  requestQuestions,
  requestReplies,
  requests,
  requestSubjects,
  requestTerms,
  submissionKeys,
  workOrders,
} from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { anonymousSubmission } from './anonymous.js';
import type { RequestRow } from './locked-request.js';
import { takeFiles } from './removed-files.js';
import { searchTextOf } from './search-text.js';
import type { Services } from './services.js';

/** How much went. */
export interface Forgotten {
  readonly requests: number;
  readonly files: number;
  /** Mails and calls of webhooks. */
  readonly deliveries: number;
}

/** Removes what stands beside requests and may name somebody; gives how much. */
const takeBesides = async (services: Services, tx: Transaction, ids: string[]): Promise<Forgotten> => {
  const files = await takeFiles(services, tx, inArray(attachments.requestId, ids));
  const deliveries = await tx.delete(outbox).where(inArray(outbox.requestId, ids)).returning({ id: outbox.id });
  for (const table of [submissionKeys, messageKeys, officeMessageKeys, requestSubjects, requestReplies]) {
    await tx.delete(table).where(inArray(table.requestId, ids));
  }
  return { requests: ids.length, files, deliveries: deliveries.length };
};

/** Removes requests that are locked, with all that belongs to them. */
export const deleteRequests = async (services: Services, tx: Transaction, rows: RequestRow[]): Promise<Forgotten> => {
  const ids = rows.map(({ id }) => id);
  const forgotten = await takeBesides(services, tx, ids);
  await tx.update(requests).set({ duplicateOf: null }).where(inArray(requests.duplicateOf, ids));
  for (const table of [workOrders, requestTerms, requestHistory]) {
    await tx.delete(table).where(inArray(table.requestId, ids));
  }
  await tx.delete(requests).where(inArray(requests.id, ids));
  return forgotten;
};

/** Finds configurations, each once. */
const createConfigs = ({ portals }: Services, tx: Transaction) => {
  const known = new Map<string, PortalConfig | undefined>();
  return async ({ portalId, configVersion }: RequestRow): Promise<PortalConfig | undefined> => {
    const name = JSON.stringify([portalId, configVersion]);
    if (!known.has(name)) known.set(name, await portals.configOf(tx, portalId, configVersion));
    return known.get(name);
  };
};

const NOBODY = { name: '', email: '' } as const;

/** Leaves of requests that are locked what was asked and decided, and nothing that leads to who asked. */
export const anonymiseRequests = async (
  services: Services,
  tx: Transaction,
  rows: RequestRow[],
): Promise<Forgotten> => {
  const configOf = createConfigs(services, tx);
  const ids = rows.map(({ id }) => id);
  const forgotten = await takeBesides(services, tx, ids);
  for (const row of rows) {
    const type = (await configOf(row))?.requestTypes.find(({ id }) => id === row.requestType);
    const submission = anonymousSubmission(type, row.submission);
    const contact = { ...NOBODY, guest: row.contact.guest };
    const change = {
      ...{ contact, submission, customerId: null, page: null, reason: null, anonymisedAt: services.clock() },
      digest: await digest(submission), // that of the answers could be guessed from them
      searchText: type ? searchTextOf(row.reference, contact, type, submission) : row.reference,
    };
    await tx.update(requests).set(change).where(eq(requests.id, row.id));
  }
  await tx.update(requestHistory).set({ note: null }).where(inArray(requestHistory.requestId, ids));
  await tx.update(requestQuestions).set({ message: '' }).where(inArray(requestQuestions.requestId, ids));
  await tx.update(requestTerms).set({ customerId: null }).where(inArray(requestTerms.requestId, ids));
  return forgotten;
};
