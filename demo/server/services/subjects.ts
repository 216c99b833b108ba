import { and, eq, exists, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Address, LookupAnswer, RequestType, Submission } from 'portal-request-form/contract';
import { requests, requestSubjects } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { placedAnswers } from './submission-answers.js';

type Row = typeof requestSubjects.$inferSelect;

const canonical = (text: string): string => text.replace(/\s/g, '').toUpperCase().replace(/-+$/, '');

/** An address as one word, such as `9712AB-12-A`. */
export const addressSubject = ({ postcode, houseNumber, addition = '' }: Address): string =>
  canonical([postcode, houseNumber, addition].join('-'));

/** What a request is about, as it is kept so that the same can be asked for before it is reported again. */
export const subjectRows = (requestId: string, type: RequestType, submission: Submission): Row[] =>
  placedAnswers(type, submission).flatMap(({ field, answer }): Row[] => {
    if (field.type === 'lookup') return [{ requestId, kind: 'option', subject: (answer as LookupAnswer).id }];
    if (field.type !== 'address') return [];
    return [{ requestId, kind: 'address', subject: addressSubject(answer as Address) }];
  });

/** The write of them. */
export const subjectWrites = (tx: Transaction, ...about: Parameters<typeof subjectRows>): SQLWrapper[] => {
  const rows = subjectRows(...about);
  return rows.length > 0 ? [tx.insert(requestSubjects).values(rows).onConflictDoNothing()] : [];
};

/** The condition that a request is about this: the id of an option, or an address as `addressSubject` writes it. */
export const isAbout = (queryable: Queryable, about: string): SQL => {
  const { requestId, kind, subject } = requestSubjects;
  const named = or(
    and(eq(kind, 'option'), eq(subject, about)),
    and(eq(kind, 'address'), eq(subject, canonical(about))),
  );
  return exists(
    queryable
      .select({ one: sql`1` })
      .from(requestSubjects)
      .where(and(eq(requestId, requests.id), named)),
  );
};
