import type { RequestStatus } from 'portal-request-form/contract';

const order: Readonly<Record<RequestStatus, number>> = {
  submitted: 1,
  'needs-info': 2,
  accepted: 3,
  planned: 4,
  done: 5,
  declined: 6,
  withdrawn: 7,
};

const isStatus = (text: string): text is RequestStatus => Object.hasOwn(order, text);

/** Every status, in the order in which the office reads them. */
export const STATUSES: readonly RequestStatus[] = Object.keys(order)
  .filter(isStatus)
  .toSorted((one, other) => order[one] - order[other]);

/** The status that an address names; none when there is no such status. */
export const readStatus = (text: string | null): RequestStatus | '' => (text !== null && isStatus(text) ? text : '');
