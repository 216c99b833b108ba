import type {
  Attachment,
  Issue,
  RequestDetail,
  RequestStatus,
  RequestType,
  Submission,
  Text,
} from 'portal-request-form/contract';

/**
 * The wire between the demo's back office and its server, under `/api/office`. All of it needs a staff session
 * (HttpOnly cookie, SameSite=Strict), else it is 401 session-expired; errors are the contract's `application/problem+json`.
 *
 * POST   /session {email, password}            200 StaffSession + cookie; 401 invalid-credentials; 429
 * GET    /session                              200 StaffSession; 204 when nobody is signed in
 * DELETE /session                              204
 * GET    /requests?query=&status=&page=        200 Page<OfficeRequestRow> (newest first; page counts from 1)
 * GET    /requests/{id}                        200 OfficeRequest; 404
 * POST   /requests/{id}/accept                 200 {workOrder: reference}; the same answer on a repeat; 409 once declined
 * POST   /requests/{id}/decline {reason}       200 {}; 409 once accepted; 422 without a reason
 * POST   /requests/{id}/receipt-checks        200 ReceiptReport for the receipt file in the body; 404; 422 for another file
 * GET    /work-orders?query=&page=             200 Page<WorkOrderRow>
 * GET    /work-orders/{id}                     200 WorkOrder; 404
 * GET    /attachments/{id}                     200 the file, always as a download
 */
export interface StaffSession {
  staff: { id: string; name: string; email: string };
  expiresAt: string;
}

export interface Page<Row> {
  items: Row[];
  total: number;
  page: number;
  pageSize: number;
  /** How many rows each status has, whatever the filter. */
  counts?: Partial<Record<RequestStatus, number>>;
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
}

/** Where a receipt file says something else than what is kept; the value is missing where there is none. */
export interface ReceiptDifference {
  /** JSON pointer into the submission, or below `/receipt`. */
  pointer: string;
  inFile?: unknown;
  here?: unknown;
}

export interface ReceiptReport {
  /** What is wrong with the file itself, as `checkReceipt` says it; nothing means that it is authentic. */
  issues: Issue[];
  /** The reference that the file names. */
  reference: string;
  isOfThisRequest: boolean;
  /** Nothing when the file is of another request. */
  differences: ReceiptDifference[];
}

export interface WorkOrderRow {
  id: string;
  /** `WO-2026-000001` */
  reference: string;
  title: Text;
  portalLocale: string;
  status: 'open';
  createdAt: string;
  customer: OfficeRequestRow['customer'];
  request: { id: string; reference: string };
}

export type WorkOrder = WorkOrderRow & { createdBy: string };
