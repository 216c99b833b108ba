import type { Field, FieldType, RequestType } from '../contract/index.js';

const TICKS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

const conversions: { readonly [T in FieldType]?: (text: string) => unknown } = {
  checkbox: (text) => TICKS.get(text.toLowerCase()) ?? text,
  checkboxes: (text) => text.split(',').filter(Boolean),
};

/** A link fills in no promise, and nothing that the customer could not put right. */
const isOpen = ({ type, required, readOnly }: Field): boolean => !readOnly && !(type === 'checkbox' && required);

/** What the query of a page's address says: answers still to be checked, and the fields that no link may fill in. */
export interface FromAddress {
  readonly answers: ReadonlyMap<string, unknown>;
  readonly refused: readonly string[];
}

/** Reads the parameters that are named as a field of this type; all others are somebody else's. */
export const fromAddress = (type: RequestType, query: string): FromAddress => {
  const given = new URLSearchParams(query);
  const named = type.sections.flatMap((section) => section.fields).filter((field) => given.has(field.id));
  const answerOf = (field: Field): unknown => {
    const text = given.get(field.id) ?? '';
    return conversions[field.type]?.(text) ?? text;
  };
  return {
    answers: new Map(named.filter(isOpen).map((field) => [field.id, answerOf(field)])),
    refused: named.filter((field) => !isOpen(field)).map(({ id }) => id),
  };
};
