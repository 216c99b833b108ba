import type { Field } from '../contract/index.js';
import { canonicalJson, isAnswered, isRecord, normaliseAnswer } from '../rules/index.js';
import type { Origin } from './request-state.js';
import { withoutKey } from './rows.js';

const isEmpty = (record: Readonly<Record<string, unknown>>): boolean => !Object.values(record).some(isAnswered);

/** An answer as it is sent, without the rows that say nothing. */
const told = (field: Field, answer: unknown): unknown => {
  const given =
    field.type === 'repeat' && Array.isArray(answer)
      ? answer
          .map((row: unknown) => (isRecord(row) ? withoutKey(row) : row))
          .filter((row) => !isRecord(row) || !isEmpty(row))
      : answer;
  const normal = normaliseAnswer(field, given);
  return isAnswered(normal) ? normal : null;
};

/** Whether an answer still says what it said where it came from. */
export const isUnchanged = (field: Field, origin: Origin, answer: unknown): boolean => {
  try {
    return canonicalJson(told(field, answer)) === canonicalJson(told(field, origin.answer));
  } catch (error) {
    if (error instanceof TypeError) return false; // half a character is typed, or the site gave what JSON cannot hold
    throw error;
  }
};
