import { randomUUID } from 'node:crypto';
import { DrizzleQueryError } from 'drizzle-orm';
import type { Issue, PortalConfig, Receipt, RequestType, Submission } from 'portal-request-form/contract';
import { incomplete, notFound, Refusal } from '../problem.js';
import { requestHistory } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { accept } from './acceptable.js';
import { acceptedTerms } from './accepted-terms.js';
import { announce } from './announce.js';
import { fingerprintOf, inProgress, refuseMismatch } from './idempotency.js';
import { inBatches, succeeded, type Outcome } from './in-batches.js';
import { guestConfig } from './guest-config.js';
import { makeWorkOrder } from './new-work-order.js';
import type { PublishedSettings } from './portals.js';
import { nextReferences } from './reference.js';
import type { Services } from './services.js';
import { fileIssues, filesOf } from './submission-files.js';
import { lookupIssues } from './submission-lookups.js';
import { identityOf, written, type Accepted, type Fingerprinted, type Sent } from './submission-rows.js';
import { openSubmissions, type Opening } from './submission-opening.js';
import { writeSubmissions } from './submission-writes.js';
import { timeZoneOf } from './time-zone.js';

export interface Submitted {
  readonly receipt: Receipt;
  readonly isReplay: boolean;
}

/** The settings of a version, as they are for this customer or for a guest. */
const settingsFor = async (
  services: Services,
  tx: Transaction,
  { portal: { id: portalId }, customer }: Sent,
  { version, isClosed }: Opening,
): Promise<PublishedSettings> => {
  if (isClosed) throw new Refusal(503, 'portal-closed', 'This portal takes no requests now');
  const settings = await services.portals.settingsOf(tx, portalId, version);
  if (!settings) throw notFound();
  const { config, office } = settings;
  return customer ? settings : { config: guestConfig(config, office), office };
};

/** What is right in itself but does not fit what the server keeps: files, and choices from the customer's own rows. */
const storedIssues = async (
  tx: Transaction,
  { portal, customer }: Sent,
  type: RequestType,
  submission: Submission,
): Promise<Issue[]> => [
  ...(await lookupIssues(tx, customer?.id, type, submission)),
  ...(await fileIssues(tx, portal.id, customer?.id, filesOf(type, submission))),
];

/** Makes a work order of a request that nobody has to look at first. */
const acceptAtOnce = async (
  tx: Transaction,
  config: PortalConfig,
  { portalId, requestId, at }: { readonly portalId: string; readonly requestId: string; readonly at: Date },
): Promise<void> => {
  await makeWorkOrder(tx, config, { portalId, requestId, createdBy: null, at });
  await tx.insert(requestHistory).values({ requestId, at, status: 'accepted', by: 'system' });
};

/** What is to be stored of a submission, or the receipt of the one that was sent under the same key. */
const look = async (
  services: Services,
  tx: Transaction,
  sent: Fingerprinted,
  opening: Opening,
): Promise<Accepted | Submitted> => {
  if (!opening.isMine) throw inProgress();
  if (opening.receipt && opening.fingerprint !== null) {
    refuseMismatch({ fingerprint: opening.fingerprint }, sent.fingerprint);
    return { receipt: opening.receipt, isReplay: true };
  }
  const settings = await settingsFor(services, tx, sent, opening);
  const now = services.clock();
  const { submission, type } = accept(settings.config, sent, now);
  const errors = await storedIssues(tx, sent, type, submission);
  if (errors.length > 0) throw incomplete(errors);
  const requestId = randomUUID();
  const owner = { requestId, portalId: sent.portal.id, customerId: sent.customer?.id, now };
  const terms = await acceptedTerms(tx, owner, settings.config, type, submission);
  return { sent, submission, type, settings, requestId, terms, now };
};

/** Stores what was accepted, under references that nobody else of the portal can get until the commit. */
const store = async (
  services: Services,
  tx: Transaction,
  accepted: readonly Accepted[],
  isHeard: boolean,
): Promise<Receipt[]> => {
  const [first] = accepted;
  if (!first) return [];
  const { sent, settings, now: time } = first;
  const numbered = { portalId: sent.portal.id, kind: 'PR', time, timeZone: timeZoneOf(settings.config) } as const;
  const references = await nextReferences(tx, numbered, accepted.length);
  const all = accepted.map((one, index) => written(services, one, references[index] ?? ''));
  await writeSubmissions(
    tx,
    all.map(({ rows }) => rows),
  );
  for (const { id: requestId, status } of all.map(({ receipt }) => receipt)) {
    const isAccepted = status === 'accepted';
    if (isAccepted) await acceptAtOnce(tx, settings.config, { portalId: sent.portal.id, requestId, at: time });
    if (!isHeard) continue;
    await announce(services, tx, requestId, 'request.submitted');
    if (isAccepted) await announce(services, tx, requestId, 'request.accepted', 'work-order.created');
  }
  return all.map(({ receipt }) => receipt);
};

/** What became of several submissions to one portal, in the transaction that stores those that are in order. */
const submitIn = async (
  services: Services,
  tx: Transaction,
  all: readonly Fingerprinted[],
): Promise<{ readonly outcomes: Outcome<Submitted>[]; readonly isHeard: boolean }> => {
  const portalId = all[0]?.portal.id ?? '';
  const asked = all.map((sent) => ({ identity: identityOf(sent), key: sent.key }));
  const openings = await openSubmissions(tx, portalId, asked);
  const found: (Accepted | Submitted | { readonly refused: unknown })[] = [];
  for (const [index, sent] of all.entries()) {
    try {
      const opening = openings[index];
      if (!opening) throw notFound();
      const isTwice = asked.findIndex(({ identity, key }) => key === sent.key && identity === identityOf(sent)) < index;
      if (isTwice) throw inProgress();
      found.push(await look(services, tx, sent, opening));
    } catch (refused) {
      if (refused instanceof DrizzleQueryError) throw refused; // which ended the transaction of all
      found.push({ refused });
    }
  }
  const accepted = found.filter((one): one is Accepted => 'submission' in one);
  const isHeard = openings.some((one) => one.isHeard);
  const receipts = new Map((await store(services, tx, accepted, isHeard)).map((receipt) => [receipt.id, receipt]));
  const outcomes = found.map((one): Outcome<Submitted> => {
    if ('refused' in one) return { status: 'rejected', reason: one.refused };
    if ('isReplay' in one) return succeeded(one);
    const receipt = receipts.get(one.requestId);
    if (!receipt) throw new Error('A submission was stored without a receipt');
    return succeeded({ receipt, isReplay: false });
  });
  return { outcomes, isHeard };
};

/** What the database refuses of one row, which says nothing about the others: what it holds, or a key stored meanwhile. */
const isOfOneRow = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && /^(?:22|23|40)/.test(String(error.code))) || isOfOneRow(error.cause));

/** More would keep those that wait longer than they gain. */
const MOST_TOGETHER = 50;

/**
 * Stores a finished request, once for each key of an asker: everything or nothing. Throws a 409 while the key is being
 * handled or when the settings have changed, and a 422 for what is not complete or a key with another body. What is sent to
 * a portal while it stores others is stored with what else waits, in one transaction with one flush to the disk.
 */
export const createSubmit = (services: Services): ((sent: Sent) => Promise<Submitted>) => {
  const queues = new Map<string, (sent: Fingerprinted) => Promise<Submitted>>();
  const together = async (all: readonly Fingerprinted[]): Promise<Outcome<Submitted>[]> => {
    const { outcomes, isHeard } = await services.store.db.transaction((tx) => submitIn(services, tx, all));
    services.outbox.wake(isHeard ? undefined : 'mail');
    return outcomes;
  };
  const alone = async (sent: Fingerprinted): Promise<Submitted> => {
    const [outcome] = await together([sent]);
    if (outcome?.status === 'fulfilled') return outcome.value;
    throw outcome?.reason;
  };
  const run = (all: readonly Fingerprinted[]): Promise<Outcome<Submitted>[]> =>
    together(all).catch((error: unknown) => {
      if (isOfOneRow(error)) return Promise.allSettled(all.map(alone));
      throw error;
    });
  return async (sent) => {
    const fingerprint = fingerprintOf(sent.body);
    const { id } = sent.portal;
    const queue = queues.get(id) ?? inBatches(run, MOST_TOGETHER);
    queues.set(id, queue);
    return queue({ ...sent, fingerprint });
  };
};
