import { asc, eq } from 'drizzle-orm';
import type { OfficeReply } from '../../office-contract/index.js';
import { requestQuestions, requestReplies } from '../store/schema.js';
import type { Queryable } from '../store/store.js';

const part = <T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));

/** What was asked, and what the answers to that brought up besides. */
const named = (asked: readonly string[], given: object): ReadonlySet<string> =>
  new Set([...asked, ...Object.keys(given)]);

/** What was answered to what the office asked back, oldest first, with what the request said before. */
export const repliesTo = async (queryable: Queryable, requestId: string): Promise<OfficeReply[]> => {
  const { repliedAt, answers, checklist, before } = requestReplies;
  const { message, fields, items } = requestQuestions;
  const rows = await queryable
    .select({ repliedAt, answers, checklist, before, message, fields, items })
    .from(requestReplies)
    .innerJoin(requestQuestions, eq(requestQuestions.id, requestReplies.questionId))
    .where(eq(requestReplies.requestId, requestId))
    .orderBy(asc(repliedAt));
  return rows.map((row) => ({
    at: row.repliedAt.toISOString(),
    message: row.message,
    before: {
      answers: part(row.before.answers, named(row.fields, row.answers)),
      checklist: part(row.before.checklist, named(row.items, row.checklist)),
    },
    after: { answers: row.answers, checklist: row.checklist },
  }));
};
