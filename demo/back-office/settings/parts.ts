import type { Text } from 'portal-request-form/contract';
import type { TextKey } from '../texts/index.js';
import { isFieldType, newField, newItem, newOption, newReason, newSection, newTerm, newType } from './make.js';
import {
  FIELD_PROPERTIES,
  ITEM_PROPERTIES,
  OPTION_PROPERTIES,
  REASON_PROPERTIES,
  SECTION_PROPERTIES,
  TERM_PROPERTIES,
  TYPE_PROPERTIES,
  type PartKind,
  type Property,
} from './properties.js';

type Part = Readonly<Record<string, unknown>>;

interface PartRow {
  readonly properties: (part: Part) => readonly Property[];
  /** A new one with this label; `type` is the type of a field. */
  readonly make: (label: string, taken: readonly string[], type: string) => object;
  /** What is said of one beside its label. */
  readonly badge?: (part: Part) => TextKey | undefined;
  /** Its properties are always shown. */
  readonly isOpen?: boolean;
}

const FIELD_BADGES = {
  text: 'settings.type.text',
  textarea: 'settings.type.textarea',
  email: 'settings.type.email',
  tel: 'settings.type.tel',
  url: 'settings.type.url',
  number: 'settings.type.number',
  date: 'settings.type.date',
  time: 'settings.type.time',
  select: 'settings.type.select',
  radio: 'settings.type.radio',
  checkboxes: 'settings.type.checkboxes',
  checkbox: 'settings.type.checkbox',
  file: 'settings.type.file',
  signature: 'settings.type.signature',
  appointment: 'settings.type.appointment',
  address: 'settings.type.address',
  lookup: 'settings.type.lookup',
  note: 'settings.type.note',
  repeat: 'settings.type.repeat',
} as const satisfies Record<keyof typeof FIELD_PROPERTIES, TextKey>;

/** The field types with their names, in the order in which they are offered. */
export const FIELD_NAMES: ReadonlyMap<string, TextKey> = new Map(Object.entries(FIELD_BADGES));

const typeOf = (part: Part): string => String(part['type']);
const fieldProperties = (part: Part): readonly Property[] => {
  const type = typeOf(part);
  return isFieldType(type) ? FIELD_PROPERTIES[type] : [];
};

/** What the editor knows of each kind of part. */
export const PARTS: Readonly<Record<PartKind, PartRow>> = {
  'request-type': { properties: () => TYPE_PROPERTIES, make: newType },
  section: { properties: () => SECTION_PROPERTIES, make: newSection, isOpen: true },
  field: {
    properties: fieldProperties,
    make: (label, taken, type) => newField(isFieldType(type) ? type : 'text', label, taken),
    badge: (part) => FIELD_NAMES.get(typeOf(part)),
  },
  option: { properties: () => OPTION_PROPERTIES, make: newOption },
  item: { properties: () => ITEM_PROPERTIES, make: newItem },
  term: { properties: () => TERM_PROPERTIES, make: newTerm },
  reason: { properties: () => REASON_PROPERTIES, make: newReason },
};

/** The properties of a part of some kind. */
export const propertiesOf = (kind: PartKind, part: Part): readonly Property[] => PARTS[kind].properties(part);

/** What a part is called. */
export const nameOf = (part: Part): Text =>
  (part['label'] ?? part['title'] ?? part['text'] ?? part['id'] ?? '') as Text;
