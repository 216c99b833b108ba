/** What a type of somebody’s own seems to be, by its name. */
export type Likeness =
  | 'note'
  | 'yes-no'
  | 'radio'
  | 'checkboxes'
  | 'checkbox'
  | 'select'
  | 'date-time'
  | 'date'
  | 'time'
  | 'email'
  | 'tel'
  | 'address'
  | 'file'
  | 'signature'
  | 'number'
  | 'textarea'
  | 'text';

/** The first that fits holds. */
const NAMES: readonly (readonly [RegExp, Likeness])[] = [
  [/^(?:help|info)-?(?:text|title|box)|alert|banner|instruction|text-?block/, 'note'],
  [/yes-?no/, 'yes-no'],
  [/radio/, 'radio'],
  [/check-?boxes|checklist|multi-?select/, 'checkboxes'],
  [/check/, 'checkbox'],
  [/select|dropdown|combo|picklist/, 'select'],
  [/date-?time/, 'date-time'],
  [/month|year/, 'text'],
  [/date|^day/, 'date'],
  [/^time|time$/, 'time'],
  [/e-?mail/, 'email'],
  [/phone|^tel|fax/, 'tel'],
  [/address$|^address-?nl/, 'address'],
  [/attach|upload|^file|photo/, 'file'],
  [/^sign/, 'signature'],
  [/number|amount|integer|decimal|percent|currency/, 'number'],
  [/text-?area|comment|memo|contact/, 'textarea'],
  [/text|name$|iban|account|plate|post-?code|zip|^bsn$|ssn|fnr|nr$|^kvk$/, 'text'],
];

/** What a type that is not known seems to be; undefined when its name says nothing. */
export const likenessOf = (type: string): Likeness | undefined =>
  NAMES.find(([name]) => name.test(type.toLowerCase()))?.[1];
