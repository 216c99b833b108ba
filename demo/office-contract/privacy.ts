import type { RequestStatus } from 'portal-request-form/contract';

/**
 * What a portal keeps of one person, found by the e-mail address or by the customer's id. All of it is for managers: 403
 * for anybody else. The address stands in the body, so that no log holds it.
 *
 * POST   /privacy/person {email} or {customerId}    200 KeptOfPerson, with counts of 0 where nothing is kept; 422
 * POST   /privacy/export {email} or {customerId}    200 a ZIP file: `customer.json` with all of it, and each file
 *                                                   at the `path` that is said there; 404 where nothing is kept
 * POST   /privacy/erasure {email} or {customerId}, and closesOpen?: true
 *                                                   200 Erased; 404 where nothing is kept; 409 while requests are open and
 *                                                   `closesOpen` is not said: with it, they are withdrawn
 */
export interface KeptOfPerson {
  email: string;
  /** The account, where there is one. */
  customer?: { id: string; name: string; company?: string };
  requests: number;
  /** Those that nobody has finished yet; they have to be closed before all is erased, or with it. */
  open: { id: string; reference: string; status: RequestStatus }[];
  files: number;
  drafts: number;
  /** Mails, and calls of webhooks. */
  deliveries: number;
}

export interface Erased {
  requests: number;
  files: number;
  deliveries: number;
}
