import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Names of the fields of a table's rows. */
type Fields<T extends PgTable> = readonly (keyof T['$inferInsert'] & string)[];

const columnOf = (table: PgTable, field: string): string => {
  const column = getTableColumns(table)[field];
  if (!column) throw new Error(`A table has no column for ${field}`);
  return column.name;
};

/**
 * Inserts rows that are one parameter, however many they are: the statement stays the same, so that a connection parses it
 * once. A field that a row leaves out is null.
 */
export const insertFromJson = <T extends PgTable>(
  table: T,
  fields: Fields<T>,
  rows: readonly T['$inferInsert'][],
): SQL => {
  const names = fields.map((field) => [field, columnOf(table, field)] as const);
  const columns = sql.join(
    names.map(([, name]) => sql.identifier(name)),
    sql`, `,
  );
  const named = rows.map((row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map(([field, name]): [string, unknown] => [name, row[field]])),
  );
  return sql`INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(named)}::json)`;
};
