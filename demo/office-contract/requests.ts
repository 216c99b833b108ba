import type {
  Attachment,
  RequestDetail,
  RequestStatus,
  RequestType,
  Submission,
  Text,
} from 'portal-request-form/contract';
import type { Asked, OfficeReply } from './asking.js';

/**
 * GET    /requests/{id}                        200 OfficeRequest; 404
 * POST   /requests/{id}/accept                 200 {workOrder: reference}; the same answer on a repeat; 409 once declined
 * POST   /requests/{id}/decline {reasonId?, reason?}
 *                                              200 {}; 409 once accepted; 422 without any reason
 * GET    /requests/{id}/duplicates             200 {items: DuplicateCandidate[]}: what it may repeat; 404
 * POST   /requests/{id}/merge {into}           200 {}: declined, because it is handled with the other request of the
 *                                              same customer; the same on a repeat; 404; 409; 422 for another customer's
 * DELETE /requests/{id}/merge                 200 {}: open again, apart from the other; the same on a repeat; 404; 409
 *                                              once the other was accepted
 * GET    /attachments/{id}                     200 the file, always as a download
 */
export interface OfficeRequestRow {
  id: string;
  reference: string;
  requestType: string;
  title: Text;
  /** The portal's own language: texts that miss the reader's language are read in this one. */
  portalLocale: string;
  status: RequestStatus;
  submittedAt: string;
  /** When anything about it last changed. */
  updatedAt: string;
  /** Nobody of the office has opened it since the customer sent or added something. */
  isUnread: boolean;
  /** Who of the office works on it. */
  assignee?: { id: string; name: string };
  /** The customer's name and company, or the guest's name. */
  customer: { name: string; email: string; phone?: string; company?: string; guest: boolean };
  workOrder?: { id: string; reference: string };
  reason?: string;
}

/** Requests that were put together, because a customer asked for the same thing again. */
export interface MergedRequests {
  /** The one that is gone on with instead of this one. */
  duplicateOf?: { id: string; reference: string; canUndo: boolean };
  /** Those that this one is gone on with for. */
  duplicates: { id: string; reference: string; submittedAt: string; files: number; messages: number }[];
}

export interface DuplicateCandidate extends OfficeRequestRow {
  /** It names the same address, or something that was chosen in both. */
  isAboutSame: boolean;
}

export interface OfficeRequest extends OfficeRequestRow, MergedRequests {
  /** The request type as it was configured when the request was sent. */
  definition: RequestType;
  configVersion: string;
  submission: Submission;
  attachments: Attachment[];
  /** When each accepted term was accepted: before the request, where the portal still remembered it. */
  acceptedTerms: { id: string; at: string }[];
  history: RequestDetail['history'];
  digest: string;
  /** What the office waits for. */
  asked?: Asked;
  /** What the customer answered to what was asked back, oldest first. */
  replies: OfficeReply[];
}
