import type { Asked, Submission } from 'portal-request-form/contract';

/**
 * POST   /requests/{id}/ask {message, fields, items}   200 {}; the same again does nothing; 409 once decided; 422
 * POST   /requests/{id}/messages {text}                200 {}, once for each Idempotency-Key; 422 without a text
 * POST   /work-orders/{id}/status {status, note?}      200 {}; `planned` needs a note (when); 409 once done; 422
 */
export type { Asked };

/** What a customer answered to what was asked back, and what the request said before, both only of what was answered. */
export interface OfficeReply {
  at: string;
  /** What the office had asked, in its own words. */
  message: string;
  before: Pick<Submission, 'answers' | 'checklist'>;
  after: Pick<Submission, 'answers' | 'checklist'>;
}

/** Where the work of a work order stands. */
export type Progress = 'planned' | 'done';
