import {
  FIELD_TYPES,
  type ChecklistItem,
  type Field,
  type FieldType,
  type Option,
  type RequestType,
  type Section,
  type Term,
} from 'portal-request-form/contract';
import { listAt, type Path } from './path.js';

const LONGEST = 40;

/** An id made of words: letters, digits and dashes, and none that is taken. */
export const freshId = (words: string, taken: readonly string[]): string => {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const id = slug.slice(0, LONGEST).replace(/-+$/, '') || 'x';
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
};

const idsIn = (list: readonly unknown[]): string[] =>
  list.flatMap((one) => (typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : []));

/** The ids that another part of a list may not have: fields share theirs with those of every section of the type. */
export const takenIds = (content: unknown, list: Path): string[] => {
  const [, , type, part, , name, ...deeper] = list;
  if (part === 'sections' && name === 'fields' && deeper.length === 0) {
    const sections = listAt(content, ['config', 'requestTypes', type ?? 0, 'sections']);
    return sections.flatMap((_, index) => idsIn(listAt(sections, [index, 'fields'])));
  }
  return idsIn(listAt(content, list));
};

/** What a field of each type begins with, besides its id and label. */
const STARTS: Readonly<Record<FieldType, (label: string) => object>> = {
  text: () => ({ maxLength: 100 }),
  textarea: () => ({ maxLength: 2000, rows: 5 }),
  email: () => ({ autocomplete: 'email' }),
  tel: () => ({ autocomplete: 'tel' }),
  url: () => ({}),
  number: () => ({}),
  date: () => ({}),
  time: () => ({}),
  select: () => ({ options: [] }),
  radio: () => ({ options: [] }),
  checkboxes: () => ({ options: [] }),
  checkbox: () => ({}),
  file: () => ({ accept: ['image/*', 'application/pdf'], maxFiles: 5 }),
  signature: () => ({}),
  appointment: () => ({}),
  address: () => ({}),
  lookup: () => ({ source: 'assets' }),
  note: (text) => ({ text }),
  repeat: () => ({ fields: [] }),
};

export const isFieldType = (type: string): type is FieldType => FIELD_TYPES.some((one) => one === type);

/** A field of a type, with what it cannot do without. */
export const newField = (type: FieldType, label: string, taken: readonly string[]): Field =>
  ({ id: freshId(label, taken), type, label, ...STARTS[type](label) }) as Field;

export const newSection = (title: string, taken: readonly string[]): Section => ({
  id: freshId(title, taken),
  title,
  fields: [],
});

export const newItem = (label: string, taken: readonly string[]): ChecklistItem => ({
  id: freshId(label, taken),
  label,
  required: true,
  kind: 'yes-no',
});

export const newTerm = (label: string, taken: readonly string[]): Term => ({
  id: freshId(label, taken),
  version: '1',
  label,
  required: true,
});

export const newOption = (label: string, taken: readonly string[]): Option => ({ id: freshId(label, taken), label });

/** A request type with one section to put fields in. */
export const newType = (label: string, taken: readonly string[]): RequestType => ({
  id: freshId(label, taken),
  label,
  sections: [{ id: 'details', fields: [] }],
  checklist: [],
  terms: [],
});

/** The same under a free id, to stand beside it. */
export const copyOf = (part: object, taken: readonly string[]): object => ({
  ...structuredClone(part),
  id: freshId('id' in part ? String(part.id) : 'x', taken),
});

export const newReason = (text: string, taken: readonly string[]): { id: string; text: string } => ({
  id: freshId(text, taken),
  text,
});
