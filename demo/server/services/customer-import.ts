import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { OptionSource } from 'portal-request-form/contract';
import type { ImportKind, ImportOutcome, ImportPreview } from '../../office-contract/index.js';
import { incomplete, Refusal } from '../problem.js';
import { customerOptions, customers } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { record } from './audit.js';
import { decodeText, readCsv } from './csv-read.js';
import { newCustomerRow } from './customer-rows.js';
import { nameCells, type NamedRows } from './import-columns.js';
import { pieces, planImport, type Planned } from './import-plan.js';
import type { Clerk } from './office-decisions.js';
import { optionColumns } from './options.js';
import { etagOf } from './portals.js';
import type { Services } from './services.js';

const MOST_LINES = 5_000;
const SHOWN = 200;
/** Rows of one statement; a row has a dozen parameters. */
const ROWS_AT_ONCE = 500;

/** The rows of a file, each cell under its field. Throws a 422 for what is wrong with the file as a whole. */
const readFile = (kind: ImportKind, bytes: Uint8Array): NamedRows => {
  const { rows, openQuote } = readCsv(decodeText(bytes).replaceAll('\0', ''));
  if (openQuote !== undefined) throw incomplete([{ pointer: '/file', code: 'quote', params: { line: openQuote } }]);
  const named = nameCells(kind, rows);
  if (rows.length === 0) throw incomplete([{ pointer: '/file', code: 'empty' }]);
  if (named.issues.length > 0) throw incomplete(named.issues);
  if (named.rows.length === 0) throw incomplete([{ pointer: '/file', code: 'empty' }]);
  if (named.rows.length > MOST_LINES) {
    throw incomplete([{ pointer: '/file', code: 'too-many', params: { max: MOST_LINES } }]);
  }
  return named;
};

export interface Previewed {
  readonly preview: ImportPreview;
  readonly etag: string;
}

const count = (plan: readonly Planned[], outcome: ImportOutcome): number =>
  plan.filter((one) => one.outcome === outcome).length;

const previewOf = (kind: ImportKind, plan: readonly Planned[], ignored: readonly string[]): ImportPreview => {
  const isWrong = ({ outcome }: Planned): boolean => outcome === 'wrong';
  const inOrder = [...plan.filter(isWrong), ...plan.filter((one) => !isWrong(one))].slice(0, SHOWN);
  return {
    kind,
    counts: {
      new: count(plan, 'new'),
      changed: count(plan, 'changed'),
      same: count(plan, 'same'),
      wrong: count(plan, 'wrong'),
    },
    ignored: [...ignored],
    lines: inOrder.map(({ line, outcome, what, issues }) => ({ line, outcome, what, issues: [...issues] })),
  };
};

const planOf = async (
  queryable: Queryable,
  { portalId }: Clerk,
  kind: ImportKind,
  { rows, ignored }: NamedRows,
): Promise<Previewed & { readonly plan: readonly Planned[] }> => {
  const plan = await planImport(queryable, portalId, kind, rows);
  const etag = etagOf('import', portalId, kind, JSON.stringify(plan));
  return { plan, etag, preview: previewOf(kind, plan, ignored) };
};

/** Says what a file would do, and changes nothing. Throws a 422. */
export const previewImport = (
  { store }: Services,
  clerk: Clerk,
  kind: ImportKind,
  bytes: Uint8Array,
): Promise<Previewed> => planOf(store.db, clerk, kind, readFile(kind, bytes));

/** The value that a statement would have put in, of a row that is there already. */
const excluded = (...columns: readonly string[]) => columns.map((column) => sql.raw(`excluded.${column}`));

const keepCustomers = async (tx: Transaction, portalId: string, plan: readonly Planned[], now: Date): Promise<void> => {
  const rows = plan.flatMap(({ customer }) => (customer ? [newCustomerRow(portalId, customer, now)] : []));
  const [name, company, phone, number, sortKey, searchText, updatedAt] = excluded(
    ...['name', 'company', 'phone', 'number', 'sort_key', 'search_text', 'updated_at'],
  );
  for (const piece of pieces(rows, ROWS_AT_ONCE)) {
    await tx
      .insert(customers)
      .values(piece)
      .onConflictDoUpdate({
        target: [customers.portalId, customers.email],
        set: { name, company, phone, number, sortKey, searchText, updatedAt },
      });
  }
};

const keepOptions = async (tx: Transaction, source: OptionSource, plan: readonly Planned[]): Promise<void> => {
  const rows = plan.flatMap(({ option }) => {
    if (!option) return [];
    const { customerId, item } = option;
    const { id = randomUUID(), ...rest } = item;
    return [{ customerId, source, id, ...optionColumns({ id, ...rest }) }];
  });
  const { customerId, source: kind, id } = customerOptions;
  const [label, detail, address, sortKey, searchText] = excluded(
    'label',
    'detail',
    'address',
    'sort_key',
    'search_text',
  );
  for (const piece of pieces(rows, ROWS_AT_ONCE)) {
    await tx
      .insert(customerOptions)
      .values(piece)
      .onConflictDoUpdate({ target: [customerId, kind, id], set: { label, detail, address, sortKey, searchText } });
  }
};

/** Does what a preview said, all of it or nothing. Throws a 412 when that is not what it would do now, and a 422. */
export const commitImport = (services: Services, clerk: Clerk, kind: ImportKind, bytes: Uint8Array, seen: string) => {
  const file = readFile(kind, bytes);
  return services.store.db.transaction(async (tx): Promise<ImportPreview> => {
    const { plan, etag, preview } = await planOf(tx, clerk, kind, file);
    if (etag !== seen)
      throw new Refusal(412, 'draft-changed', 'The customers have changed since the preview', { etag });
    if (preview.counts.wrong > 0) throw incomplete([{ pointer: '/file', code: 'wrong-lines' }]);
    const changes = plan.filter(({ outcome }) => outcome !== 'same');
    if (kind === 'customers') await keepCustomers(tx, clerk.portalId, changes, services.clock());
    else await keepOptions(tx, kind, changes);
    await record(services, tx, clerk, 'customers.imported', { details: { type: kind, lines: changes.length } });
    return preview;
  });
};
