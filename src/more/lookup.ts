import { html } from 'lit';
import type { FieldDescriptor } from '../fields/field.js';
import { chosenOf } from './lookup-answer.js';

export const lookup: FieldDescriptor<'lookup'> = {
  missing: 'lookup.required',
  render: (props) => html`<portal-field-lookup .props=${props}></portal-field-lookup>`,
  summary: (_field, answer) => chosenOf(answer).label ?? '',
};
