import type { Field, FieldOf, FieldType, RequestType, Submission } from '../contract/index.js';
import { isAnswered, isRecord, validateAnswer, type ValidationContext } from '../rules/index.js';
import { withoutKey } from './rows.js';

/** Each is about that one time: what was shown, signed or planned then. */
const ONCE: ReadonlySet<FieldType> = new Set<FieldType>(['file', 'signature', 'appointment', 'date', 'note']);

/** A box that has to be ticked is a promise, which nobody else makes; what is read only comes from the office. */
const isForCustomer = ({ type, required, readOnly }: Field): boolean =>
  !ONCE.has(type) && !readOnly && !(type === 'checkbox' && required);

type Checked = ValidationContext & { readonly required: boolean };

const fits = (field: Field, answer: unknown, context: Checked): boolean =>
  isForCustomer(field) && isAnswered(answer) && validateAnswer(field, answer, context).length === 0;

const fittingRows = (field: FieldOf<'repeat'>, answer: unknown, context: Checked): Record<string, unknown>[] => {
  const fields = new Map<string, Field>(field.fields.map((one) => [one.id, one]));
  const fitsInRow = ([id, given]: [string, unknown]): boolean => {
    const one = fields.get(id);
    return one !== undefined && fits(one, given, context);
  };
  const rows = Array.isArray(answer) ? answer.filter(isRecord).slice(0, field.maxRows) : [];
  const kept = rows.map((row) => Object.fromEntries(Object.entries(withoutKey(row)).filter(fitsInRow)));
  return kept.filter((row) => Object.keys(row).length > 0);
};

const taken = (field: Field, answer: unknown, context: Checked): unknown => {
  if (field.type !== 'repeat') return fits(field, answer, context) ? answer : undefined;
  return isForCustomer(field) ? fittingRows(field, answer, context) : undefined;
};

/** The answers of an earlier request that fit a new one: no files, signatures, dates or promises. */
export const takenOver = (
  type: RequestType,
  { answers }: Pick<Submission, 'answers'>,
  context: ValidationContext,
): ReadonlyMap<string, unknown> => {
  const given = new Map(Object.entries(answers));
  const fields = type.sections.flatMap((section) => section.fields);
  const found = fields.map(
    (field) => [field.id, taken(field, given.get(field.id), { ...context, required: false })] as const,
  );
  return new Map(found.filter(([, answer]) => isAnswered(answer)));
};
