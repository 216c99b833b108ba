import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { MergedRequests } from '../../office-contract/index.js';
import { attachments, requestHistory, requests } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import type { RequestRow } from './locked-request.js';
import type { Clerk } from './office-decisions.js';

/** A request that repeats another one, and the one that is gone on with. */
export interface Merge {
  readonly duplicate: RequestRow;
  readonly main: RequestRow;
}

/** What the office did becomes a note in the history of the request that is gone on with. */
export const noteInMain = async (
  tx: Transaction,
  { id: staffId }: Clerk,
  main: RequestRow,
  { at, note }: { readonly at: Date; readonly note: string },
): Promise<void> => {
  const entry = { requestId: main.id, at, status: main.status, by: 'office' as const, note, staffId };
  await tx.insert(requestHistory).values(entry);
  await tx.update(requests).set({ updatedAt: at }).where(eq(requests.id, main.id));
};

/** Work was made of these, for both. */
const WORKED_ON: readonly RequestRow['status'][] = ['accepted', 'planned', 'done'];

/** Whether a merged request can be opened again: nothing was made yet of the one it was merged into, and it still says what was asked. */
export const canUndo = (duplicate: Pick<RequestRow, 'anonymisedAt'>, main: Pick<RequestRow, 'status'>): boolean =>
  duplicate.anonymisedAt === null && !WORKED_ON.includes(main.status);

/** Which request this one repeats, and which ones repeat it. */
export const mergedWith = async (
  queryable: Queryable,
  { id, duplicateOf, anonymisedAt }: Pick<RequestRow, 'id' | 'duplicateOf' | 'anonymisedAt'>,
): Promise<MergedRequests> => {
  const { reference, submittedAt } = requests;
  const { requestId, by, note } = requestHistory;
  const repeats = await queryable
    .select({ id: requests.id, reference, submittedAt })
    .from(requests)
    .where(eq(requests.duplicateOf, id))
    .orderBy(asc(submittedAt), asc(requests.id));
  const duplicates: MergedRequests['duplicates'] = [];
  for (const row of repeats) {
    const files = await queryable.$count(attachments, eq(attachments.requestId, row.id));
    const said = and(eq(requestId, row.id), eq(by, 'customer'), isNotNull(note));
    const messages = await queryable.$count(requestHistory, said);
    duplicates.push({ ...row, submittedAt: row.submittedAt.toISOString(), files, messages });
  }
  if (duplicateOf === null) return { duplicates };
  const isMain = eq(requests.id, duplicateOf);
  const [main] = await queryable
    .select({ id: requests.id, reference, status: requests.status })
    .from(requests)
    .where(isMain);
  if (!main) return { duplicates };
  const { status, ...other } = main;
  return { duplicates, duplicateOf: { ...other, canUndo: canUndo({ anonymisedAt }, { status }) } };
};
