import {
  ADDRESS_PARTS,
  KIND_ANSWERS,
  type Field,
  type FieldType,
  type RequestType,
  type Rule,
} from '../contract/index.js';
import { DEFAULT_COUNTRIES } from './checks-compound.js';
import { ITEM_PREFIX, subjectOf } from './order.js';

/**
 * What the values of a variable are like: `few` are all known, `list` is any of some options, the others are free;
 * of `whole` ones rules can only tell whether they are there.
 */
type Kind = 'few' | 'list' | 'number' | 'text' | 'whole';

/** What a rule can read by one name. */
export interface Variable {
  readonly kind: Kind;
  /** Every value but null; for a list, what can be in it. Empty for the free ones. */
  readonly values: readonly unknown[];
}

/** A field or item as rules see it, by its name. */
export interface Conditional {
  readonly rule: Rule | undefined;
  /** The repeat that it is a row field of. */
  readonly repeat?: string;
}

/** What rules can read of a request type, and what rules decide about. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly conditionals: ReadonlyMap<string, Conditional>;
}

const few = (values: readonly unknown[]): Variable => ({ kind: 'few', values });
const free = (kind: Exclude<Kind, 'few' | 'list'>): Variable => ({ kind, values: [] });

const KINDS: { readonly [T in FieldType]?: 'number' | 'whole' } = {
  number: 'number',
  file: 'whole',
  signature: 'whole',
  appointment: 'whole',
  address: 'whole',
  lookup: 'whole',
  repeat: 'whole',
};

const variableOf = (field: Field): Variable => {
  if (field.type === 'select' || field.type === 'radio') return few(field.options.map(({ id }) => id));
  if (field.type === 'checkboxes') return { kind: 'list', values: field.options.map(({ id }) => id) };
  return field.type === 'checkbox' ? few([true, false]) : free(KINDS[field.type] ?? 'text');
};

/** The parts of an answer that rules can read. */
const partsOf = (field: Field): [string, Variable][] => {
  if (field.type === 'lookup') return ['id', 'label'].map((part) => [part, free('text')]);
  if (field.type !== 'address') return [];
  const country = few(field.countries ?? DEFAULT_COUNTRIES);
  return ADDRESS_PARTS.map((part) => [part, part === 'country' ? country : free('text')]);
};

/** The scope of a request type whose ids are each used once. */
export const scopeOf = (type: RequestType): Scope => {
  const variables = new Map<string, Variable>();
  const conditionals = new Map<string, Conditional>();
  const add = (field: Field, repeat?: string): void => {
    conditionals.set(field.id, { rule: field.visibleWhen, repeat });
    if (field.type === 'note') return;
    variables.set(field.id, variableOf(field));
    for (const [part, variable] of partsOf(field)) variables.set(`${field.id}.${part}`, variable);
    if (field.type === 'repeat') for (const one of field.fields) add(one, field.id);
  };
  for (const { fields } of type.sections) for (const field of fields) add(field);
  for (const { id, kind, visibleWhen } of type.checklist) {
    variables.set(ITEM_PREFIX + id, few(KIND_ANSWERS[kind]));
    conditionals.set(ITEM_PREFIX + id, { rule: visibleWhen });
  }
  return { variables, conditionals };
};

/** The field or item that a variable belongs to. */
export const ownerOf = ({ conditionals }: Scope, name: string): Conditional | undefined =>
  conditionals.get(subjectOf(name));
