import type { CustomerRecord } from '../../office-contract/index.js';
import type { AskedForm, FormField } from './form-dialog.js';

const FIELDS: readonly (FormField & { name: keyof CustomerRecord })[] = [
  { name: 'name', label: 'name', isRequired: true, maxLength: 200 },
  { name: 'email', label: 'email', type: 'email', isRequired: true, maxLength: 254, hint: 'customer.email.hint' },
  { name: 'company', label: 'company', maxLength: 200 },
  { name: 'phone', label: 'phone', type: 'tel', maxLength: 40 },
  { name: 'number', label: 'customer.number', maxLength: 100 },
];

/** What was filled in; what was left empty is left out. */
export const filledIn = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** Asks for what is known of a customer. */
export const customerForm = (
  title: string,
  known: CustomerRecord | undefined,
  save: (record: CustomerRecord) => Promise<void>,
): AskedForm => ({
  title,
  fields: FIELDS.map((field) => ({ ...field, value: known?.[field.name] })),
  send: 'save',
  save: (values) => save({ name: '', email: '', ...filledIn(values) }),
});
