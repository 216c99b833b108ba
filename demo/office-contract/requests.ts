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
 * POST   /requests/{id}/decline {reason}       200 {}; 409 once accepted; 422 without a reason
 * GET    /attachments/{id}                     200 the file, always as a download
 */
export interface Page<Row> {
  items: Row[];
  total: number;
  page: number;
  pageSize: number;
}

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

export interface OfficeRequest extends OfficeRequestRow {
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
