import type { TemplateResult } from 'lit';
import type { Field, FieldType } from '../contract/index.js';
import { checkbox } from './checkbox.js';
import { checkboxes } from './checkboxes.js';
import { date } from './date.js';
import { email } from './email.js';
import type { FieldDescriptor, FieldProps } from './field.js';
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

/** Every field type of the contract; one that is missing here is a compile error. */
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
} satisfies { [T in FieldType]: FieldDescriptor<T> };

/** How this field is rendered and summarised. */
export const descriptorOf = <T extends FieldType>({ type }: { type: T }): FieldDescriptor<T> =>
  fields[type] as unknown as FieldDescriptor<T>;

export const renderField = <T extends FieldType>(props: FieldProps<T>): TemplateResult =>
  descriptorOf<T>({ type: props.field.type as T }).render(props);

/** The answer in words, for the review, the confirmation and the print. */
export const summariseField = (field: Field, answer: unknown, words: FieldProps<FieldType>['words']): string =>
  descriptorOf(field).summary(field, answer, words);
