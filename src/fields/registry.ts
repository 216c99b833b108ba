import type { Field, FieldType } from '../contract/index.js';
import type { MoreFieldType } from '../state/more.js';
import { awaited } from './awaited.js';
import { checkbox } from './checkbox.js';
import { checkboxes } from './checkboxes.js';
import { date } from './date.js';
import { email } from './email.js';
import type { FieldDescriptor, FieldProps, MoreFields } from './field.js';
import { file } from './file.js';
import { note } from './note.js';
import { number } from './number.js';
import { radio } from './radio.js';
import { select } from './select.js';
import { tel } from './tel.js';
import { text } from './text.js';
import { textarea } from './textarea.js';
import { time } from './time.js';
import { url } from './url.js';

/** The field types that come with the steps. */
const fields = {
  text,
  textarea,
  email,
  tel,
  url,
  number,
  date,
  time,
  select,
  radio,
  checkboxes,
  checkbox,
  file,
  note,
} satisfies { readonly [T in Exclude<FieldType, MoreFieldType>]: FieldDescriptor<T> };

/** How this field is rendered and summarised; one that is not loaded yet says so. */
export const descriptorOf = <T extends FieldType>(
  { type }: { readonly type: T },
  more: MoreFields | undefined,
): FieldDescriptor<T> => {
  const known: Partial<Record<FieldType, unknown>> = fields;
  return (known[type] ?? more?.[type as keyof MoreFields] ?? awaited) as FieldDescriptor<T>;
};

/** The answer in words, for the review, the confirmation and the print. */
export const summariseField = (
  field: Field,
  answer: unknown,
  words: FieldProps<FieldType>['words'],
  more: MoreFields | undefined,
): string => descriptorOf(field, more).summary(field, answer, words);
