import type { Issue } from 'portal-request-form/contract';

// POST /requests/{id}/receipt-checks answers 200 ReceiptReport for the file in the body; 404; 422 for another file.

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
