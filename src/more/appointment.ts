import { html } from 'lit';
import type { FieldDescriptor } from '../fields/field.js';
import { choiceName, choicesOf } from './appointment-days.js';

export const appointment: FieldDescriptor<'appointment'> = {
  missing: 'appointment.required',
  render: (props) => html`<portal-field-appointment .props=${props}></portal-field-appointment>`,
  summary: (_field, answer, words) =>
    choicesOf(answer)
      .map((choice, index) => `${String(index + 1)}. ${choiceName(choice, words)}`)
      .join('; '),
};
