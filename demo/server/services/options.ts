import { and, asc, eq, inArray, like, sql } from 'drizzle-orm';
import type { Address, LookupAnswer, OptionItem, OptionPage, OptionSource } from 'portal-request-form/contract';
import { customerOptions } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { notOurs, readCursor, writeCursor } from './cursor.js';
import { folded, sortKeyOf, wordPatterns } from './search-words.js';

const PAGE = 20;

type Row = typeof customerOptions.$inferSelect;

const addressWords = ({ street, houseNumber, addition = '', postcode, city }: Address): string =>
  `${street} ${houseNumber} ${addition} ${postcode} ${postcode.replace(/\s/g, '')} ${city}`;

const searchTextOf = ({ label, detail = '', address }: OptionItem): string =>
  folded(`${label} ${detail} ${address ? addressWords(address) : ''}`);

/** Texts as `normaliseAnswer` leaves them, because that is how an answer will name them. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').normalize('NFC').trim();

const itemOf = ({ id, label, detail, address }: Row): OptionItem => ({
  id,
  label,
  ...(detail === null ? {} : { detail }),
  ...(address === null ? {} : { address }),
});

/** The columns that an item fills, with those that it is found and sorted by. */
export const optionColumns = (item: OptionItem) => {
  const label = oneLine(item.label);
  const { detail = null, address = null } = item;
  return { label, detail, address, sortKey: sortKeyOf(label), searchText: searchTextOf(item) };
};

/** Adds rows that a customer can choose from; one whose id is there already stays as it is. */
export const addOptions = async (
  queryable: Queryable,
  customerId: string,
  source: OptionSource,
  items: readonly OptionItem[],
): Promise<void> => {
  if (items.length === 0) return;
  const rows = items.map((item) => ({ customerId, source, id: item.id, ...optionColumns(item) }));
  await queryable.insert(customerOptions).values(rows).onConflictDoNothing();
};

const after = (cursor: string) => {
  const [sortKey, id] = readCursor(cursor);
  if (typeof sortKey !== 'string' || typeof id !== 'string') throw notOurs();
  return sql`(${customerOptions.sortKey}, ${customerOptions.id}) > (${sortKey}::text, ${id}::text)`;
};

export interface OptionQuery {
  /** Every word has to stand in the label, the detail or the address; empty finds all. */
  readonly query: string;
  readonly cursor: string | undefined;
}

/** What one customer can choose from, by label. Throws a 400 for a cursor that is not one of ours. */
export const listOptions = async (
  queryable: Queryable,
  customerId: string,
  source: OptionSource,
  { query, cursor }: OptionQuery,
): Promise<OptionPage> => {
  const words = wordPatterns(folded(query)).map((pattern) => like(customerOptions.searchText, pattern));
  const own = and(eq(customerOptions.customerId, customerId), eq(customerOptions.source, source));
  const rows = await queryable
    .select()
    .from(customerOptions)
    .where(and(own, ...words, cursor === undefined ? undefined : after(cursor)))
    .orderBy(asc(customerOptions.sortKey), asc(customerOptions.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const nextCursor = rows.length > PAGE && last ? writeCursor(last.sortKey, last.id) : undefined;
  return { items: shown.map(itemOf), ...(nextCursor === undefined ? {} : { nextCursor }) };
};

/** An answer that has to be one of a customer's own rows. */
export interface Chosen {
  readonly source: OptionSource;
  readonly answer: LookupAnswer;
}

const nameOf = (source: OptionSource, id: string, label: string): string => JSON.stringify([source, id, label]);

/** Those of the chosen that are no row of this customer's under this label; a guest has no rows. */
export const strangers = async <T extends Chosen>(
  queryable: Queryable,
  customerId: string | undefined,
  chosen: readonly T[],
): Promise<T[]> => {
  if (customerId === undefined || chosen.length === 0) return [...chosen];
  const ids = chosen.map(({ answer }) => answer.id);
  const rows = await queryable
    .select()
    .from(customerOptions)
    .where(and(eq(customerOptions.customerId, customerId), inArray(customerOptions.id, ids)));
  const own = new Set(rows.map(({ source, id, label }) => nameOf(source, id, label)));
  return chosen.filter(({ source, answer }) => !own.has(nameOf(source, answer.id, answer.label)));
};
