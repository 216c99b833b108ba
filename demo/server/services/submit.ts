import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Customer, Issue, PortalConfig, Receipt, RequestType, Submission } from 'portal-request-form/contract';
import { digest, normaliseSubmission, validateRequest } from 'portal-request-form/rules';
import { incomplete, notFound, Refusal, sessionExpired } from '../problem.js';
import { portals, requestHistory, requests, submissionKeys, type Contact } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { keepTerms } from './accepted-terms.js';
import { announce } from './announce.js';
import { removeSentDraft } from './drafts.js';
import { fingerprintOf, lockKey, refuseMismatch } from './idempotency.js';
import { guestConfig } from './guest-config.js';
import { makeWorkOrder } from './new-work-order.js';
import type { Portal, PublishedSettings } from './portals.js';
import { nextReference } from './reference.js';
import { searchTextOf } from './search-text.js';
import type { Services } from './services.js';
import { keepSubjects } from './subjects.js';
import { fileIssues, filesOf, giveFiles } from './submission-files.js';
import { lookupIssues } from './submission-lookups.js';
import { tellOfSubmission } from './submission-mails.js';
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
}

const findReceipt = async (
  tx: Transaction,
  portalId: string,
  identity: string,
  key: string,
  fingerprint: string,
): Promise<Receipt | undefined> => {
  const same = and(
    eq(submissionKeys.portalId, portalId),
    eq(submissionKeys.identity, identity),
    eq(submissionKeys.key, key),
  );
  const [earlier] = await tx.select().from(submissionKeys).where(same);
  refuseMismatch(earlier, fingerprint);
  return earlier?.receipt;
};

/** The settings of this moment, which cannot change before the transaction ends. */
const currentSettings = async (
  services: Services,
  tx: Transaction,
  { portal: { id: portalId }, customer }: Sent,
): Promise<PublishedSettings> => {
  const [row] = await tx.select().from(portals).where(eq(portals.id, portalId)).for('share');
  if (row?.isClosed) throw new Refusal(503, 'portal-closed', 'This portal takes no requests now');
  const settings = row && (await services.portals.settingsOf(tx, portalId, row.configVersion));
  if (!settings) throw notFound();
  const { config, office } = settings;
  return customer ? settings : { config: guestConfig(config, office), office };
};

const LONGEST_LOCALE = 100;

/** A language is stored as a well-formed BCP 47 tag or not at all; one of the wrong type is refused for its shape. */
const localeIssues = (locale: unknown): Issue[] => {
  if (typeof locale !== 'string') return [];
  try {
    if (locale.length <= LONGEST_LOCALE && Intl.getCanonicalLocales(locale).length === 1) return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return [{ pointer: '/locale', code: 'locale' }];
};

/** The submission in the form in which it is stored, or a refusal with everything that is wrong with it. */
export const accept = (
  config: PortalConfig,
  { body, customer }: Pick<Sent, 'body' | 'customer'>,
  now: Date,
): { submission: Submission; type: RequestType } => {
  if (!customer && !config.access.guests) throw sessionExpired();
  const { configVersion, requestType } = body;
  if (typeof configVersion === 'string' && configVersion !== config.version) {
    throw new Refusal(409, 'configuration-changed', 'The settings of the portal have changed');
  }
  const submission = normaliseSubmission(config, body as Submission);
  const wanted = typeof requestType === 'string' ? requestType : '';
  const context = { now, timeZone: timeZoneOf(config), signedIn: customer !== undefined };
  const errors = [...localeIssues(submission.locale), ...validateRequest(config, wanted, submission, context)];
  const type = config.requestTypes.find(({ id }) => id === submission.requestType);
  if (errors.length > 0 || !type) throw incomplete(errors);
  return { submission, type };
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

const store = async (
  services: Services,
  tx: Transaction,
  sent: Sent,
  { config, office }: PublishedSettings,
): Promise<Receipt> => {
  const { portal, customer } = sent;
  const now = services.clock();
  const { submission, type } = accept(config, sent, now);
  const errors = await storedIssues(tx, sent, type, submission);
  if (errors.length > 0) throw incomplete(errors);

  const id = randomUUID();
  const status = office.needsApproval ? 'submitted' : 'accepted';
  const contact = contactOf(customer, submission);
  const reference = await nextReference(tx, portal.id, 'PR', now, timeZoneOf(config));
  const receipt: Receipt = { id, reference, submittedAt: now.toISOString(), status, digest: await digest(submission) };
  await tx.insert(requests).values({
    ...{ id, reference, status, contact, submission, digest: receipt.digest },
    portalId: portal.id,
    customerId: customer?.id ?? null,
    requestType: type.id,
    title: type.label,
    configVersion: config.version,
    locale: submission.locale,
    page: sent.page ?? null,
    searchText: searchTextOf(reference, contact, type, submission),
    submittedAt: now,
    updatedAt: now,
  });
  await tx.insert(requestHistory).values({ requestId: id, at: now, status: 'submitted', by: 'customer' });
  const kept = { requestId: id, portalId: portal.id, customerId: customer?.id, now };
  const terms = await keepTerms(tx, kept, config, type, submission);
  await keepSubjects(tx, id, type, submission);
  await giveFiles(tx, id, filesOf(type, submission));
  const isAccepted = status === 'accepted';
  if (isAccepted) await acceptAtOnce(tx, config, { portalId: portal.id, requestId: id, at: now });
  const received = { id, portalId: portal.id, reference, contact, locale: submission.locale, isAccepted };
  await tellOfSubmission(services, tx, config, type, { ...received, mailbox: office.mailbox });
  await announce(services, tx, id, 'request.submitted');
  if (isAccepted) await announce(services, tx, id, 'request.accepted', 'work-order.created');
  return { ...receipt, proof: services.signing.prove(receipt, portal.id, terms) };
};

/**
 * Stores a finished request, once for each key of an asker: everything or nothing. Throws a 409 while the key is being
 * handled or when the settings have changed, and a 422 for what is not complete or a key with another body.
 */
export const submit = async (services: Services, sent: Sent): Promise<Submitted> => {
  const { portal, customer, key, body } = sent;
  const identity = customer?.id ?? 'guest';
  const fingerprint = fingerprintOf(body);
  const outcome = await services.store.db.transaction(async (tx): Promise<Submitted> => {
    await lockKey(tx, portal.id, identity, key);
    const earlier = await findReceipt(tx, portal.id, identity, key, fingerprint);
    if (earlier) return { receipt: earlier, isReplay: true };
    const receipt = await store(services, tx, sent, await currentSettings(services, tx, sent));
    await tx.insert(submissionKeys).values({
      ...{ identity, key, fingerprint, receipt },
      portalId: portal.id,
      requestId: receipt.id,
      createdAt: new Date(receipt.submittedAt),
    });
    await removeSentDraft(tx, portal.id, identity, key);
    return { receipt, isReplay: false };
  });
  services.outbox.wake();
  return outcome;
};
