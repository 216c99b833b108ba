import type { RequestStatus } from 'portal-request-form/contract';
import { Refusal } from '../problem.js';

/** A request is open until the office has decided about it, or the customer has withdrawn it. */
export const OPEN_STATUSES: readonly RequestStatus[] = ['submitted', 'needs-info'];

/** Throws a 409 for a request that is not open. */
export const refuseDecided = ({ status }: { readonly status: RequestStatus }): void => {
  if (!OPEN_STATUSES.includes(status)) {
    throw new Refusal(409, 'invalid-request', `This request is ${status} already`);
  }
};
