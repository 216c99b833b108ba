import { and, eq, inArray } from 'drizzle-orm';
import type { Address, Issue, OptionItem, OptionSource } from 'portal-request-form/contract';
import type { ImportKind, ImportOutcome } from '../../office-contract/index.js';
import { customerOptions, customers } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { accountAddress } from './account-address.js';
import { readOption } from './customer-options.js';
import type { CustomerRecord } from './customer-rows.js';
import type { NamedRow } from './import-columns.js';
import { readCustomer } from './customer-record.js';

/** What becomes of a line, and what is kept then. */
export interface Planned {
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly what: string;
  readonly issues: readonly Issue[];
  readonly customer?: CustomerRecord;
  readonly option?: { readonly customerId: string; readonly item: Omit<OptionItem, 'id'> & { readonly id?: string } };
}

const AT_ONCE = 1_000;

/** Pieces of a list that a statement can take. */
export const pieces = <T>(all: readonly T[], size = AT_ONCE): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

const inPieces = async <T, Row>(all: readonly T[], find: (piece: T[]) => Promise<Row[]>): Promise<Row[]> => {
  const found: Row[] = [];
  for (const piece of pieces([...new Set(all)])) found.push(...(await find(piece)));
  return found;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The outcome of a line that is right: nothing was there, something else was, or exactly this. */
const outcomeOf = (before: object | undefined, after: object): ImportOutcome => {
  if (!before) return 'new';
  const known = before as Record<string, unknown>;
  return Object.entries(after).every(([name, value]) => same(known[name], value)) ? 'same' : 'changed';
};

const wrong = (line: number, what: string, issues: readonly Issue[]): Planned => ({
  ...{ line, what, issues, outcome: 'wrong' },
});

/** Says of lines that mean the same thing where it stood first; each line after that is wrong. */
const refuseRepeated = (keyOf: (planned: Planned) => string | undefined, pointer: string) => {
  const first = new Map<string, number>();
  return (planned: Planned): Planned => {
    const key = planned.outcome === 'wrong' ? undefined : keyOf(planned);
    if (key === undefined) return planned;
    const line = first.get(key);
    if (line === undefined) first.set(key, planned.line);
    return line === undefined
      ? planned
      : wrong(planned.line, planned.what, [{ pointer, code: 'repeated', params: { line } }]);
  };
};

const withoutNull = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const planCustomers = async (
  queryable: Queryable,
  portalId: string,
  rows: readonly NamedRow[],
): Promise<readonly Planned[]> => {
  const emails = rows.flatMap(({ cells }) => cells['email'] ?? []).map(accountAddress);
  const { name, email, company, phone, number } = customers;
  const known = await inPieces(emails, (piece) =>
    queryable
      .select({ name, email, company, phone, number })
      .from(customers)
      .where(and(eq(customers.portalId, portalId), inArray(email, piece))),
  );
  const byEmail = new Map(known.map((row) => [row.email, row]));
  const once = refuseRepeated(({ customer }) => customer?.email, '/email');
  return rows.map(({ line, cells }) => {
    const what = cells['email'] ?? cells['name'] ?? '';
    const { record, issues } = readCustomer(cells);
    if (!record) return wrong(line, what, issues);
    const before = byEmail.get(record.email);
    const customer = { ...withoutNull(before ?? {}), ...record };
    return once({ line, what: record.email, issues: [], outcome: outcomeOf(before, customer), customer });
  });
};

const ADDRESS_PARTS = ['postcode', 'houseNumber', 'addition', 'street', 'city', 'country'] as const;

/** The body of something to choose from, as its cells give it; an address is Dutch unless it says so. */
const optionBody = ({ customer: _whose, ...cells }: NamedRow['cells']): Record<string, unknown> => {
  const parts = ADDRESS_PARTS.flatMap((part) => (cells[part] === undefined ? [] : [[part, cells[part]] as const]));
  const rest = Object.entries(cells).filter(([name]) => !ADDRESS_PARTS.some((part) => part === name));
  const address = { country: 'NL', ...Object.fromEntries(parts) };
  return {
    ...Object.fromEntries(rest),
    ...(parts.length === 0 ? {} : { address: { ...address, country: address.country.toUpperCase() } }),
  };
};

/** Pointers of columns: the parts of an address are columns of their own. */
const columnIssues = (issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, pointer: issue.pointer.replace(/^\/address(?=\/)/, '') }));

interface KnownOption {
  readonly customerId: string;
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
  readonly address: Address | null;
}

const knownOptions = (queryable: Queryable, customerIds: readonly string[], source: OptionSource) => {
  const { customerId, id, label, detail, address } = customerOptions;
  return inPieces(customerIds, (piece): Promise<KnownOption[]> =>
    queryable
      .select({ customerId, id, label, detail, address })
      .from(customerOptions)
      .where(and(inArray(customerId, piece), eq(customerOptions.source, source))),
  );
};

/** Things to choose from, found by their owner and their id, or by their label where a line has no id. */
const indexOptions = (options: readonly KnownOption[]) => {
  const byId = new Map(options.map((one) => [JSON.stringify([one.customerId, one.id]), one]));
  const byLabel = new Map<string, KnownOption[]>();
  for (const one of options) {
    const key = JSON.stringify([one.customerId, one.label]);
    byLabel.set(key, [...(byLabel.get(key) ?? []), one]);
  }
  return (customerId: string, item: { readonly id?: string; readonly label: string }): readonly KnownOption[] => {
    if (item.id === undefined) return byLabel.get(JSON.stringify([customerId, item.label])) ?? [];
    const found = byId.get(JSON.stringify([customerId, item.id]));
    return found ? [found] : [];
  };
};

/** What tells a thing from the others of its owner: its id, or its label until it has one. */
const nameOf = ({ customerId, item }: NonNullable<Planned['option']>): string =>
  JSON.stringify([customerId, item.id === undefined ? { label: item.label } : { id: item.id }]);

/** What a portal has already, to hold lines against. */
interface KnownThings {
  readonly ownerOf: ReadonlyMap<string, string>;
  readonly find: ReturnType<typeof indexOptions>;
}

/** The owner of a thing, or why there is none. */
const ownerIn = ({ customer }: NamedRow['cells'], ownerOf: KnownThings['ownerOf']) => {
  const customerId = ownerOf.get(accountAddress(customer ?? ''));
  const code = customer === undefined ? 'required' : 'unknown-customer';
  return { customerId, issues: customerId === undefined ? [{ pointer: '/customer', code }] : [] };
};

const planOption = (source: OptionSource, { line, cells }: NamedRow, { ownerOf, find }: KnownThings): Planned => {
  const { option: item, issues } = readOption(source, optionBody(cells));
  const what = item?.label ?? cells['label'] ?? cells['id'] ?? '';
  const owner = ownerIn(cells, ownerOf);
  const { customerId } = owner;
  if (!item || customerId === undefined) return wrong(line, what, [...owner.issues, ...columnIssues(issues)]);
  const [before, ...more] = find(customerId, item);
  if (more.length > 0) {
    return wrong(line, what, [{ pointer: '/label', code: 'ambiguous', params: { count: more.length + 1 } }]);
  }
  if (!before) return { line, what, issues: [], outcome: 'new', option: { customerId, item } };
  const { customerId: _owner, ...known } = before;
  const named = cells['label'] === undefined ? { label: before.label } : {};
  const option = { customerId, item: { ...withoutNull(known), ...item, ...named } };
  return { line, what, issues: [], outcome: outcomeOf(before, option.item), option };
};

const planOptions = async (
  queryable: Queryable,
  portalId: string,
  source: OptionSource,
  rows: readonly NamedRow[],
): Promise<readonly Planned[]> => {
  const emails = rows.flatMap(({ cells }) => cells['customer'] ?? []).map(accountAddress);
  const { id, email } = customers;
  const owners = await inPieces(emails, (piece) =>
    queryable
      .select({ id, email })
      .from(customers)
      .where(and(eq(customers.portalId, portalId), inArray(email, piece))),
  );
  const ownerOf = new Map(owners.map((one) => [one.email, one.id]));
  const find = indexOptions(await knownOptions(queryable, [...ownerOf.values()], source));
  const once = refuseRepeated(({ option }) => option && nameOf(option), '/label');
  return rows.map((row) => once(planOption(source, row, { ownerOf, find })));
};

/** What becomes of each line of a file, as the portal's customers are now. */
export const planImport = (
  queryable: Queryable,
  portalId: string,
  kind: ImportKind,
  rows: readonly NamedRow[],
): Promise<readonly Planned[]> =>
  kind === 'customers' ? planCustomers(queryable, portalId, rows) : planOptions(queryable, portalId, kind, rows);
