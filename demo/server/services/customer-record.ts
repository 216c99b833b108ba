import type { Issue } from 'portal-request-form/contract';
import { incomplete } from '../problem.js';
import { accountAddress } from './account-address.js';
import type { CustomerRecord } from './customer-rows.js';
import { readRecord, textField } from './record-fields.js';
import { EMAIL_FIELD } from './shapes.js';

/** What is kept of a customer, with the rules of the form. */
const CUSTOMER_FIELDS = {
  name: textField('name', 200, true),
  email: EMAIL_FIELD,
  company: textField('company', 200),
  phone: { id: 'phone', type: 'tel', label: 'phone' },
  number: textField('number', 100),
} as const satisfies Parameters<typeof readRecord>[0];

/** A customer as somebody gives it, and what is wrong with it. */
export const readCustomer = (
  body: Readonly<Record<string, unknown>>,
): { readonly record?: CustomerRecord; readonly issues: readonly Issue[] } => {
  const { values, issues } = readRecord(CUSTOMER_FIELDS, body);
  if (issues.length > 0) return { issues };
  const record = values as unknown as CustomerRecord;
  return { record: { ...record, email: accountAddress(record.email) }, issues };
};

/** The same, refused with all that is wrong with it. Throws a 422. */
export const readCustomerOrRefuse = (body: Readonly<Record<string, unknown>>): CustomerRecord => {
  const { record, issues } = readCustomer(body);
  if (!record) throw incomplete(issues);
  return record;
};
