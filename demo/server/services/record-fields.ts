import type { Field, Issue } from 'portal-request-form/contract';
import { isAnswered, normaliseAnswer, toPointer, validateAnswer } from 'portal-request-form/rules';

/** None of these fields is about a day. */
const CONTEXT = { now: new Date(0), timeZone: 'UTC' };

/** What is kept of somebody or something, field by field, with the rules that answers in the form have. */
export type RecordFields<Name extends string> = Readonly<Record<Name, Field>>;

export interface ReadRecord<Name extends string> {
  /** Normalised as an answer is; what was left empty is left out. */
  readonly values: Readonly<Partial<Record<Name, unknown>>>;
  readonly issues: readonly Issue[];
}

/** A text of one line. */
export const textField = (id: string, maxLength: number, required = false): Field => ({
  ...{ id, type: 'text', label: id, maxLength, required },
});

/** Reads a record, and says everything that is wrong with it, unknown keys too. */
export const readRecord = <Name extends string>(
  fields: RecordFields<Name>,
  given: Readonly<Record<string, unknown>>,
): ReadRecord<Name> => {
  const read = Object.entries<Field>(fields).map(([name, field]) => {
    const answer = normaliseAnswer(field, given[name] ?? undefined);
    const issues = validateAnswer(field, answer, { ...CONTEXT, required: field.required === true });
    const pointer = toPointer([name]);
    return { name, answer, issues: issues.map((issue) => ({ ...issue, pointer: pointer + issue.pointer })) };
  });
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(fields, key));
  return {
    values: Object.fromEntries(
      read.filter(({ answer }) => isAnswered(answer)).map(({ name, answer }) => [name, answer]),
    ) as ReadRecord<Name>['values'],
    issues: [
      ...read.flatMap(({ issues }) => issues),
      ...unknown.map((key): Issue => ({ pointer: toPointer([key]), code: 'unknown-key' })),
    ],
  };
};
