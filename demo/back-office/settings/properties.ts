import {
  DAY_PARTS,
  OPTION_SOURCES,
  TEXT_FORMATS,
  type ChecklistItem,
  type FieldType,
  type Option,
  type RequestType,
  type Section,
  type Term,
} from 'portal-request-form/contract';
import type { OfficeSettings } from '../../office-contract/index.js';
import type { TextKey } from '../texts/index.js';

/** What the lists of the settings consist of. */
export type PartKind = 'request-type' | 'section' | 'field' | 'option' | 'item' | 'term' | 'reason';

/** How a property is edited; each has one view in `parts/settings/editors.ts`. */
export type EditorKind =
  | 'text'
  | 'long-text'
  | 'word'
  | 'id'
  | 'yes-no'
  | 'whole-number'
  | 'number'
  | 'megabytes'
  | 'choice'
  | 'choices'
  | 'words'
  | 'languages'
  | 'day'
  | 'time'
  | 'weekdays'
  | 'rule'
  | 'json'
  | 'option'
  | 'option-list'
  | 'list'
  | 'own-language'
  | 'retention'
  | 'guest-types'
  | 'colour';

/** One property of a part of the settings: its name in the contract, and how somebody changes it. */
export interface Property<Key extends string = string> {
  readonly key: Key;
  readonly editor: EditorKind;
  readonly label: TextKey;
  readonly hint?: TextKey;
  /** What can be chosen, for `choice` and `choices`. */
  readonly of?: readonly string[];
  /** What the list consists of, for `list`. */
  readonly list?: PartKind;
  /** Whether there always has to be a value. */
  readonly isNeeded?: boolean;
  /** Few need it: it stands below "more". */
  readonly isRare?: boolean;
  readonly least?: number;
  readonly most?: number;
}

const property = <Key extends string>(
  key: Key,
  editor: EditorKind,
  label: TextKey,
  more: Omit<Property, 'key' | 'editor' | 'label'> = {},
): Property<Key> => ({ key, editor, label, ...more });

const rare = { isRare: true } as const;
const needed = { isNeeded: true } as const;

const label = property('label', 'text', 'settings.label', needed);
const required = property('required', 'yes-no', 'settings.required');
const visibleWhen = property('visibleWhen', 'rule', 'settings.visible-when', { ...rare, hint: 'settings.rule.hint' });
const id = property('id', 'id', 'settings.id', { ...rare, ...needed, hint: 'settings.id.hint' });
const help = property('help', 'text', 'settings.help');

/** What every field has, below what is its own; the first answer is edited as the field would be answered. */
const behind = (initial: EditorKind): readonly Property[] => [
  visibleWhen,
  property('requiredWhen', 'rule', 'settings.required-when', { ...rare, hint: 'settings.rule.hint' }),
  property('readOnly', 'yes-no', 'settings.read-only', rare),
  property('initial', initial, 'settings.initial', { ...rare, hint: 'settings.initial.hint' }),
  property('autocomplete', 'word', 'settings.autocomplete', { ...rare, hint: 'settings.autocomplete.hint' }),
  id,
];

const field = (initial: EditorKind, ...own: readonly Property[]): readonly Property[] => [
  label,
  help,
  required,
  ...own,
  ...behind(initial),
];

const maxLength = property('maxLength', 'whole-number', 'settings.max-length', { least: 0 });
const lengths = [property('minLength', 'whole-number', 'settings.min-length', { least: 0 }), maxLength];
const options = property('options', 'list', 'settings.options', { list: 'option', ...needed });
const days = (['min', 'max'] as const).map((key) =>
  property(key, 'day', key === 'min' ? 'settings.first-day' : 'settings.last-day', { hint: 'settings.day.hint' }),
);

/** The properties of each field type, as the contract has them. */
export const FIELD_PROPERTIES: Readonly<Record<FieldType, readonly Property[]>> = {
  text: field(
    'word',
    property('format', 'choice', 'settings.format', { of: TEXT_FORMATS }),
    ...lengths,
    property('pattern', 'word', 'settings.pattern', { ...rare, hint: 'settings.pattern.hint' }),
    property('patternMessage', 'text', 'settings.pattern-message', rare),
  ),
  textarea: field('word', ...lengths, property('rows', 'whole-number', 'settings.rows', { least: 1, most: 50 })),
  email: field('word', maxLength),
  tel: field('word', maxLength),
  url: field('word', maxLength),
  number: field(
    'number',
    property('min', 'number', 'settings.min'),
    property('max', 'number', 'settings.max'),
    property('step', 'number', 'settings.step', { hint: 'settings.step.hint' }),
    property('unit', 'text', 'settings.unit'),
  ),
  date: field('word', ...days),
  time: field('time', property('min', 'time', 'settings.first-time'), property('max', 'time', 'settings.last-time')),
  select: field('option', options),
  radio: field('option', options),
  checkboxes: field(
    'option-list',
    options,
    property('minSelected', 'whole-number', 'settings.min-selected', { least: 0 }),
    property('maxSelected', 'whole-number', 'settings.max-selected', { least: 0 }),
  ),
  checkbox: field('yes-no'),
  file: field(
    'json',
    property('accept', 'words', 'settings.accept', { hint: 'settings.accept.hint' }),
    property('maxFiles', 'whole-number', 'settings.max-files', { least: 1 }),
    property('maxBytes', 'megabytes', 'settings.max-bytes'),
    property('keepLocation', 'yes-no', 'settings.keep-location', { ...rare, hint: 'settings.keep-location.hint' }),
  ),
  signature: field('json'),
  appointment: field(
    'json',
    ...days,
    property('parts', 'choices', 'settings.parts', { of: DAY_PARTS }),
    property('maxChoices', 'whole-number', 'settings.max-choices', { least: 1 }),
    property('excludeWeekdays', 'weekdays', 'settings.exclude-weekdays'),
  ),
  address: field('json', property('countries', 'words', 'settings.countries', { hint: 'settings.countries.hint' })),
  lookup: field('json', property('source', 'choice', 'settings.source', { of: OPTION_SOURCES, ...needed })),
  note: [
    property('text', 'long-text', 'settings.note-text', { ...needed, hint: 'settings.markdown' }),
    ...field('json').map((one) => (one.key === 'label' ? property('label', 'text', 'settings.label') : one)),
  ],
  repeat: field(
    'json',
    property('fields', 'list', 'settings.row-fields', { list: 'field', ...needed }),
    property('rowLabel', 'text', 'settings.row-label'),
    property('minRows', 'whole-number', 'settings.min-rows', { least: 0 }),
    property('maxRows', 'whole-number', 'settings.max-rows', { least: 1 }),
  ),
};

export const SECTION_PROPERTIES: readonly Property<keyof Section>[] = [
  property('title', 'text', 'settings.section-title'),
  property('fields', 'list', 'settings.fields', { list: 'field', ...needed }),
  property('id', 'id', 'settings.id', { ...rare, ...needed, hint: 'settings.id.hint' }),
];

const answers = { of: ['yes', 'no', 'na'] } as const;

export const ITEM_PROPERTIES: readonly Property<keyof ChecklistItem>[] = [
  property('label', 'text', 'settings.label', needed),
  property('help', 'text', 'settings.help'),
  property('kind', 'choice', 'settings.kind', { of: ['done', 'yes-no', 'yes-no-na'], ...needed }),
  property('required', 'yes-no', 'settings.required', needed),
  property('noteWhen', 'choices', 'settings.note-when', answers),
  property('photoWhen', 'choices', 'settings.photo-when', answers),
  property('stopWhen', 'choice', 'settings.stop-when', { of: ['yes', 'no'], hint: 'settings.stop-when.hint' }),
  property('stopMessage', 'text', 'settings.stop-message'),
  visibleWhen,
  id,
];

/** What a customer accepted before is not set here: the server says it to who asks. */
export const TERM_PROPERTIES: readonly Property<Exclude<keyof Term, 'accepted'>>[] = [
  property('label', 'text', 'settings.term-label', needed),
  property('required', 'yes-no', 'settings.term-required', needed),
  property('version', 'word', 'settings.term-version', { ...needed, hint: 'settings.term-version.hint' }),
  property('text', 'long-text', 'settings.term-text', { hint: 'settings.markdown' }),
  property('url', 'word', 'settings.term-url'),
  id,
];

export const TYPE_PROPERTIES: readonly Property<keyof RequestType>[] = [
  property('label', 'text', 'settings.type-label', needed),
  property('description', 'text', 'settings.description'),
  property('sections', 'list', 'settings.sections', { list: 'section', ...needed }),
  property('checklist', 'list', 'settings.checklist', { list: 'item', ...needed }),
  property('terms', 'list', 'settings.terms', { list: 'term', ...needed }),
  property('id', 'id', 'settings.id', { ...rare, ...needed, hint: 'settings.type-id.hint' }),
];

export const OPTION_PROPERTIES: readonly Property<keyof Option>[] = [
  property('label', 'text', 'settings.label', needed),
  property('id', 'id', 'settings.id', { ...rare, ...needed, hint: 'settings.id.hint' }),
];

export const REASON_PROPERTIES: readonly Property<keyof OfficeSettings['declineReasons'][number]>[] = [
  property('text', 'text', 'settings.reason-text', needed),
  property('id', 'id', 'settings.id', { ...rare, ...needed }),
];
