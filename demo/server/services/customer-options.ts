import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Address, Field, Issue, OptionItem, OptionPage, OptionSource } from 'portal-request-form/contract';
import { incomplete, notFound } from '../problem.js';
import { customerOptions } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { record } from './audit.js';
import { aboutCustomer, lockCustomer, ownsCustomer } from './office-customers.js';
import type { Clerk } from './office-decisions.js';
import { listOptions, optionColumns, type OptionQuery } from './options.js';
import { readRecord, textField, type RecordFields } from './record-fields.js';
import type { Services } from './services.js';

const COUNTRIES = ['NL', 'BE', 'DE', 'FR', 'LU', 'GB', 'AT', 'CH', 'DK', 'ES', 'IE', 'IT', 'PL', 'PT', 'SE'];

const ADDRESS: Field = { id: 'address', type: 'address', label: 'address', countries: COUNTRIES };

const OPTION_FIELDS: RecordFields<'id' | 'label' | 'detail' | 'address'> = {
  id: textField('id', 200),
  label: textField('label', 500),
  detail: textField('detail', 500),
  address: ADDRESS,
};

/** What an address is called that has no name of its own. */
const addressLabel = ({ street, houseNumber, addition, city }: Address): string =>
  `${[street, houseNumber, addition].filter(Boolean).join(' ')}, ${city}`;

const PARTS = ['postcode', 'houseNumber', 'street', 'city'] as const;

/** Nothing of an address is each of its parts missing, for each has a place of its own. */
const partByPart = (issue: Issue): Issue[] =>
  issue.pointer === '/address' && issue.code === 'required'
    ? PARTS.map((part) => ({ pointer: `/address/${part}`, code: 'required' }))
    : [issue];

/** Something to choose from as somebody gives it, perhaps without an id, and what is wrong with it. */
export const readOption = (
  source: OptionSource,
  body: Readonly<Record<string, unknown>>,
): { readonly option?: Omit<OptionItem, 'id'> & { readonly id?: string }; readonly issues: readonly Issue[] } => {
  const needsAddress = source === 'addresses';
  const fields = { ...OPTION_FIELDS, address: { ...ADDRESS, required: needsAddress } as Field };
  const { values, issues: found } = readRecord(fields, body);
  const issues = found.flatMap(partByPart);
  const { id, detail, address } = values as Partial<OptionItem>;
  const label = (values.label as string | undefined) ?? (needsAddress && address ? addressLabel(address) : undefined);
  const unnamed: Issue[] = label === undefined && !needsAddress ? [{ pointer: '/label', code: 'required' }] : [];
  if (label === undefined || issues.length + unnamed.length > 0) return { issues: [...issues, ...unnamed] };
  const more = { ...(detail === undefined ? {} : { detail }), ...(address === undefined ? {} : { address }) };
  return { option: { ...(id === undefined ? {} : { id }), label, ...more }, issues };
};

const isOption = (customerId: string, source: OptionSource, id: string) =>
  and(eq(customerOptions.customerId, customerId), eq(customerOptions.source, source), eq(customerOptions.id, id));

/** What a customer of the portal can choose from, by label. Throws a 404, and a 400 for a cursor that is not ours. */
export const listCustomerOptions = async (
  { store: { db } }: Services,
  clerk: Clerk,
  customerId: string,
  source: OptionSource,
  query: OptionQuery,
): Promise<OptionPage> => {
  if (!(await ownsCustomer(db, clerk, customerId))) throw notFound();
  return listOptions(db, customerId, source, query);
};

const readOrRefuse = (source: OptionSource, body: Readonly<Record<string, unknown>>) => {
  const { option, issues } = readOption(source, body);
  if (!option) throw incomplete(issues);
  return option;
};

/** Begins a change of what a customer can choose, which the audit keeps. Throws a 404. */
const change = async (
  services: Services,
  tx: Transaction,
  clerk: Clerk,
  customerId: string,
  type: OptionSource,
): Promise<void> => {
  const customer = await lockCustomer(tx, clerk, customerId);
  await record(services, tx, clerk, 'customer.options-changed', { ...aboutCustomer(customer), details: { type } });
};

/** Adds something that a customer can choose. Throws a 404, and a 422 for an id that is there. */
export const addCustomerOption = async (
  services: Services,
  clerk: Clerk,
  customerId: string,
  source: OptionSource,
  body: Record<string, unknown>,
): Promise<OptionItem> =>
  services.store.db.transaction(async (tx) => {
    await change(services, tx, clerk, customerId, source);
    const { id = randomUUID(), ...option } = readOrRefuse(source, body);
    const item = { id, ...option };
    const row = { customerId, source, id, ...optionColumns(item) };
    const added = await tx
      .insert(customerOptions)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: customerOptions.id });
    if (added.length === 0) throw incomplete([{ pointer: '/id', code: 'known' }]);
    return item;
  });

/** Writes what is known of something that a customer can choose; whether it was there. */
export const changeOptionIn = async (
  tx: Transaction,
  customerId: string,
  source: OptionSource,
  item: OptionItem,
): Promise<boolean> => {
  const changed = await tx
    .update(customerOptions)
    .set(optionColumns(item))
    .where(isOption(customerId, source, item.id))
    .returning({ id: customerOptions.id });
  return changed.length > 0;
};

/** Changes something that a customer can choose, under the same id. Throws a 404 and a 422. */
export const changeCustomerOption = async (
  services: Services,
  clerk: Clerk,
  customerId: string,
  source: OptionSource,
  id: string,
  { id: _kept, ...body }: Record<string, unknown>,
): Promise<OptionItem> =>
  services.store.db.transaction(async (tx) => {
    await change(services, tx, clerk, customerId, source);
    if ((await tx.$count(customerOptions, isOption(customerId, source, id))) === 0) throw notFound();
    const item = { ...readOrRefuse(source, body), id };
    await changeOptionIn(tx, customerId, source, item);
    return item;
  });

/** Removes something that a customer can choose; requests that name it keep what they have. Throws a 404. */
export const removeCustomerOption = async (
  services: Services,
  clerk: Clerk,
  customerId: string,
  source: OptionSource,
  id: string,
): Promise<void> =>
  services.store.db.transaction(async (tx) => {
    await change(services, tx, clerk, customerId, source);
    const removed = await tx
      .delete(customerOptions)
      .where(isOption(customerId, source, id))
      .returning();
    if (removed.length === 0) throw notFound();
  });
