import type { OptionItem, OptionSource } from 'portal-request-form/contract';

/** What a customer list can be narrowed to. */
export const CUSTOMER_STATES = ['active', 'disabled'] as const;
export type CustomerState = (typeof CUSTOMER_STATES)[number];

/**
 * Reading is for everybody of the office, changing for managers: 403. A customer of another portal is 404.
 *
 * GET    /customers?query=&state=&after=       200 CustomerList, by company or name; `before=` for the page before a
 *                                              cursor; every word of the query has to stand in name, company, address,
 *                                              number or telephone
 * POST   /customers CustomerRecord             201 OfficeCustomer; 422 (`/email`: `known` for another one's address)
 * GET    /customers/{id}                       200 OfficeCustomer; 404
 * PUT    /customers/{id} CustomerRecord        200 OfficeCustomer; 404; 422. With another address the password goes, and
 *                                              every session
 * PUT    /customers/{id}/disabled {isDisabled} 200 OfficeCustomer; 404. Every session ends at once
 * POST   /customers/{id}/invitation            202 OfficeCustomer, and a mail; 404; 422 (``: `disabled`); 429
 */
export interface CustomerList {
  items: CustomerRow[];
  /** For the page before this one, and after it. */
  previous?: string;
  next?: string;
}

export interface CustomerRecord {
  name: string;
  /** What the customer signs in with: one customer of the portal has it. */
  email: string;
  company?: string;
  phone?: string;
  /** What the company's own administration knows the customer by. */
  number?: string;
}

export interface CustomerRow extends CustomerRecord {
  id: string;
  isDisabled: boolean;
  invitedAt?: string;
  hasPassword: boolean;
}

export interface OfficeCustomer extends CustomerRow {
  createdAt: string;
  /** When the last session began that still stands. */
  signedInAt?: string;
  /** Which ways to sign in the portal offers. */
  signIn: ('password' | 'code')[];
  /** How many there are to choose from. */
  options: Record<OptionSource, number>;
  requests: number;
}

/**
 * What a customer chooses from in the form: `contacts`, `addresses`, `assets` and `projects`.
 *
 * GET    /customers/{id}/{source}?query=&cursor=   200 {items: OptionItem[], nextCursor?}, by label; 404
 * POST   /customers/{id}/{source} NewOption        201 OptionItem; 404; 422 (`/id`: `known`)
 * PUT    /customers/{id}/{source}/{option} NewOption   200 OptionItem; 404; 422. The id stays
 * DELETE /customers/{id}/{source}/{option}         204; 404. Requests that name it keep what they have
 */
export interface NewOption extends Omit<OptionItem, 'id' | 'label'> {
  /** What the company's own administration knows it by; made up when left out. */
  id?: string;
  /** An address without one is called by its street and city. */
  label?: string;
}
