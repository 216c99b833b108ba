import type { Field, RequestType, RowField, Submission } from 'portal-request-form/contract';

/** An answer with its field and its place, whether it stands in the request itself or in a row. */
export interface PlacedAnswer {
  readonly field: RowField;
  readonly answer: unknown;
  /** JSON pointer into the submission. */
  readonly pointer: string;
}

type Answers = Readonly<Record<string, unknown>>;

const placedIn = (fields: readonly Field[], answers: Answers, pointer: string): PlacedAnswer[] =>
  fields.flatMap((field): PlacedAnswer[] => {
    if (!Object.hasOwn(answers, field.id)) return [];
    const answer = answers[field.id];
    const place = `${pointer}/${field.id}`;
    if (field.type !== 'repeat') return [{ field, answer, pointer: place }];
    return (answer as readonly Answers[]).flatMap((row, index) => placedIn(field.fields, row, `${place}/${index}`));
  });

/** Every answer of a validated submission, those in rows one by one. */
export const placedAnswers = (type: RequestType, { answers }: Submission): PlacedAnswer[] =>
  placedIn(
    type.sections.flatMap(({ fields }) => fields),
    answers,
    '/answers',
  );
