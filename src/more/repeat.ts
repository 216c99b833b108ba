import { html } from 'lit';
import type { FieldOf } from '../contract/index.js';
import type { FieldDescriptor, FieldProps, MoreFields } from '../fields/field.js';
import { descriptorOf } from '../fields/registry.js';
import type { Translator } from '../i18n/translate.js';
import { isAnswered } from '../rules/answered.js';
import { rowsOf, type RowAnswers } from '../state/rows.js';

/** The fields of a row that say something, each with its label. */
const rowText = (field: FieldOf<'repeat'>, row: RowAnswers, words: Translator, others: Partial<MoreFields>): string =>
  field.fields
    .filter(({ id }) => isAnswered(row[id]))
    .map(
      (one) => `${words.text(one.label)}: ${descriptorOf(one, others as MoreFields).summary(one, row[one.id], words)}`,
    )
    .join(', ');

/** Makes the descriptor of a repeat, whose rows hold fields of every other type. */
export const createRepeat = (others: Omit<MoreFields, 'repeat'>): FieldDescriptor<'repeat'> => ({
  missing: 'repeat.required',
  render: (props: FieldProps<'repeat'>) => html`<portal-field-repeat .props=${props}></portal-field-repeat>`,
  summary: (field, answer, words) =>
    rowsOf(answer)
      .map((row, index) => `${String(index + 1)}. ${rowText(field, row, words, others) || '–'}`)
      .join('\n'),
});
