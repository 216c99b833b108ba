import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Customer, Issue, PortalConfig, Receipt, RequestType, Submission } from 'portal-request-form/contract';
import { canonicalJson } from 'portal-request-form/rules';
import { incomplete, notFound, Refusal } from '../problem.js';
import { portals, requestHistory, requests, submissionKeys, type Contact } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { together } from '../store/together.js';
import { accept } from './acceptable.js';
import { acceptedTerms } from './accepted-terms.js';
import { announce, hasListeners } from './announce.js';
import { sentDraftWrite } from './drafts.js';
import { fingerprintOf, inProgress, isLockMine, refuseMismatch } from './idempotency.js';
import { guestConfig } from './guest-config.js';
import { sha256 } from './hash.js';
import { makeWorkOrder } from './new-work-order.js';
import type { Portal, PublishedSettings } from './portals.js';
import { nextReference } from './reference.js';
import { searchTextOf } from './search-text.js';
import type { Services } from './services.js';
import { subjectWrites } from './subjects.js';
import { fileIssues, filesOf, fileWrites } from './submission-files.js';
import { lookupIssues } from './submission-lookups.js';
import { lettersOfSubmission } from './submission-mails.js';
import { timeZoneOf } from './time-zone.js';

export interface Sent {
  readonly portal: Portal;
  readonly customer: Customer | undefined;
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly body: Record<string, unknown>;
  /** The page that it was sent from, where that is known. */
  readonly page?: string | undefined;
}

export interface Submitted {
  readonly receipt: Receipt;
  readonly isReplay: boolean;
  /** Whether another system listens to what happens to requests. */
  readonly isHeard: boolean;
}

/** What a submission begins with: the portal of this moment, and what was sent under the same key before. */
interface Opening {
  readonly isMine: boolean;
  readonly isClosed: boolean;
  readonly version: string;
  readonly fingerprint: string | null;
  readonly receipt: Receipt | null;
  /** Whether another system listens to what happens to requests. */
  readonly isHeard: boolean;
}

/** Takes the key, and the portal, which cannot change before the transaction ends. */
const open = async (tx: Transaction, portalId: string, identity: string, key: string): Promise<Opening> => {
  const isSameKey = and(
    eq(submissionKeys.portalId, portals.id),
    eq(submissionKeys.identity, identity),
    eq(submissionKeys.key, key),
  );
  const [row] = await tx
    .select({
      isMine: isLockMine(portalId, identity, key),
      isClosed: portals.isClosed,
      version: portals.configVersion,
      fingerprint: submissionKeys.fingerprint,
      receipt: submissionKeys.receipt,
      isHeard: hasListeners(tx, portalId),
    })
    .from(portals)
    .leftJoin(submissionKeys, isSameKey)
    .where(eq(portals.id, portalId))
    .for('share', { of: portals })
    .prepare('open_submission')
    .execute();
  if (!row) throw notFound();
  return row;
};

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

const contactOf = (customer: Customer | undefined, { guest }: Submission): Contact => {
  if (!customer) {
    const { name = '', email = '', phone } = guest ?? {};
    return { name, email, ...(phone === undefined ? {} : { phone }), guest: true };
  }
  const { name, email, company } = customer;
  return { name, email, ...(company === undefined ? {} : { company }), guest: false };
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

/** What was found to be in order, and is to be stored. */
interface Accepted {
  readonly submission: Submission;
  readonly type: RequestType;
  readonly settings: PublishedSettings;
  readonly sum: string;
  readonly fingerprint: string;
  readonly now: Date;
}

/** Gives the request its reference, which nobody else of the portal can do until the commit, and writes all of it. */
const store = async (services: Services, tx: Transaction, sent: Sent, accepted: Accepted): Promise<Receipt> => {
  const { portal, customer, key } = sent;
  const { submission, type, settings, sum, fingerprint, now } = accepted;
  const { config, office } = settings;
  const [id, portalId] = [randomUUID(), portal.id];
  const contact = contactOf(customer, submission);
  const files = filesOf(type, submission);
  const status = office.needsApproval ? ('submitted' as const) : ('accepted' as const);
  const isAccepted = status === 'accepted';
  const terms = await acceptedTerms(
    tx,
    { requestId: id, portalId, customerId: customer?.id, now },
    config,
    type,
    submission,
  );
  const reference = await nextReference(tx, portalId, 'PR', now, timeZoneOf(config));
  const signed: Receipt = { id, reference, submittedAt: now.toISOString(), status, digest: sum };
  const receipt = { ...signed, proof: services.signing.prove(signed, portalId, terms.signed) };
  const received = { id, portalId, reference, contact, locale: submission.locale, isAccepted };
  const request = {
    ...{ id, portalId, reference, status, contact, submission, digest: sum, title: type.label },
    ...{ customerId: customer?.id ?? null, requestType: type.id, configVersion: config.version },
    ...{ locale: submission.locale, page: sent.page ?? null, submittedAt: now, updatedAt: now },
    searchText: searchTextOf(reference, contact, type, submission),
  };
  const identity = identityOf(sent);
  await together(tx, [
    tx.insert(requests).values(request),
    tx.insert(requestHistory).values({ requestId: id, at: now, status: 'submitted', by: 'customer' }),
    ...terms.writes,
    ...subjectWrites(tx, id, type, submission),
    ...fileWrites(tx, id, files),
    ...services.outbox.letterWrites(tx, lettersOfSubmission(services, settings, type, received)),
    tx.insert(submissionKeys).values({ portalId, identity, key, fingerprint, requestId: id, receipt, createdAt: now }),
    ...(customer ? [sentDraftWrite(tx, portalId, customer.id, key)] : []),
  ]);
  return receipt;
};

const identityOf = ({ customer }: Sent): string => customer?.id ?? 'guest';

const submitIn = async (services: Services, tx: Transaction, sent: Sent, fingerprint: string): Promise<Submitted> => {
  const { portal, key } = sent;
  const opening = await open(tx, portal.id, identityOf(sent), key);
  if (!opening.isMine) throw inProgress();
  if (opening.receipt && opening.fingerprint !== null) {
    refuseMismatch({ fingerprint: opening.fingerprint }, fingerprint);
    return { receipt: opening.receipt, isReplay: true, isHeard: opening.isHeard };
  }
  const settings = await settingsFor(services, tx, sent, opening);
  const now = services.clock();
  const { submission, type } = accept(settings.config, sent, now);
  const errors = await storedIssues(tx, sent, type, submission);
  if (errors.length > 0) throw incomplete(errors);
  const sum = sha256(canonicalJson(submission));
  const receipt = await store(services, tx, sent, { submission, type, settings, sum, fingerprint, now });
  const { id: requestId, status } = receipt;
  const at = { portalId: portal.id, requestId, at: now };
  if (status === 'accepted') await acceptAtOnce(tx, settings.config, at);
  if (opening.isHeard) {
    await announce(services, tx, requestId, 'request.submitted');
    if (status === 'accepted') await announce(services, tx, requestId, 'request.accepted', 'work-order.created');
  }
  return { receipt, isReplay: false, isHeard: opening.isHeard };
};

/** Whether another call stored this key after this one had looked for it. */
const isKeyTaken = (error: unknown): boolean =>
  error instanceof Error &&
  (('constraint' in error && error.constraint === 'submission_key_pkey') || isKeyTaken(error.cause));

/**
 * Stores a finished request, once for each key of an asker: everything or nothing. Throws a 409 while the key is being
 * handled or when the settings have changed, and a 422 for what is not complete or a key with another body.
 */
export const submit = async (services: Services, sent: Sent): Promise<Submitted> => {
  const fingerprint = fingerprintOf(sent.body);
  const run = (): Promise<Submitted> =>
    services.store.db.transaction((tx) => submitIn(services, tx, sent, fingerprint));
  const outcome = await run().catch((error: unknown) => {
    if (isKeyTaken(error)) return run();
    throw error;
  });
  services.outbox.wake(outcome.isHeard ? undefined : 'mail');
  return outcome;
};
