import type { Customer, Receipt, RequestType, Submission } from 'portal-request-form/contract';
import { canonicalJson } from 'portal-request-form/rules';
import type { Contact } from '../store/schema.js';
import type { acceptedTerms } from './accepted-terms.js';
import { sha256 } from './hash.js';
import type { Portal, PublishedSettings } from './portals.js';
import { searchTextOf } from './search-text.js';
import type { Services } from './services.js';
import { subjectRows } from './subjects.js';
import { filesOf } from './submission-files.js';
import { lettersOfSubmission } from './submission-mails.js';
import type { SubmissionRows } from './submission-writes.js';

export interface Sent {
  readonly portal: Portal;
  readonly customer: Customer | undefined;
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly body: Record<string, unknown>;
  /** The page that it was sent from, where that is known. */
  readonly page?: string | undefined;
}

/** What was found to be in order, and is to be stored. */
export interface Accepted {
  readonly sent: Fingerprinted;
  readonly submission: Submission;
  readonly type: RequestType;
  readonly settings: PublishedSettings;
  readonly requestId: string;
  readonly terms: Awaited<ReturnType<typeof acceptedTerms>>;
  readonly now: Date;
}

/** What is sent with the hash of its body. */
export interface Fingerprinted extends Sent {
  readonly fingerprint: string;
}

/** Whose keys are told apart. */
export const identityOf = ({ customer }: Sent): string => customer?.id ?? 'guest';

const contactOf = (customer: Customer | undefined, { guest }: Submission): Contact => {
  if (!customer) {
    const { name = '', email = '', phone } = guest ?? {};
    return { name, email, ...(phone === undefined ? {} : { phone }), guest: true };
  }
  const { name, email, company } = customer;
  return { name, email, ...(company === undefined ? {} : { company }), guest: false };
};

/** The receipt of a request under its reference, and all that is written of it. */
export const written = (
  services: Services,
  { sent, submission, type, settings, requestId: id, terms, now }: Accepted,
  reference: string,
): { readonly receipt: Receipt; readonly rows: SubmissionRows } => {
  const { portal, customer, key, fingerprint } = sent;
  const { config, office } = settings;
  const portalId = portal.id;
  const contact = contactOf(customer, submission);
  const status = office.needsApproval ? ('submitted' as const) : ('accepted' as const);
  const sum = sha256(canonicalJson(submission));
  const signed: Receipt = { id, reference, submittedAt: now.toISOString(), status, digest: sum };
  const receipt = { ...signed, proof: services.signing.prove(signed, portalId, terms.signed) };
  const received = { id, portalId, reference, contact, locale: submission.locale, isAccepted: status === 'accepted' };
  const request = {
    ...{ id, portalId, reference, status, contact, submission, digest: sum, title: type.label },
    ...{ customerId: customer?.id ?? null, requestType: type.id, configVersion: config.version },
    ...{ locale: submission.locale, page: sent.page ?? null, submittedAt: now, updatedAt: now },
    searchText: searchTextOf(reference, contact, type, submission),
  };
  const identity = identityOf(sent);
  const rows: SubmissionRows = {
    requests: [request],
    history: [{ requestId: id, at: now, status: 'submitted', by: 'customer' }],
    terms: terms.rows,
    subjects: subjectRows(id, type, submission),
    letters: services.outbox.letterRows(lettersOfSubmission(services, settings, type, received)),
    keys: [{ portalId, identity, key, fingerprint, requestId: id, receipt, createdAt: now }],
    files: filesOf(type, submission).map(({ attachment }) => ({ id: attachment.id, requestId: id })),
    drafts: customer ? [{ portalId, customerId: customer.id, key }] : [],
  };
  return { receipt, rows };
};
