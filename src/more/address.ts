import { html } from 'lit';
import type { FieldDescriptor } from '../fields/field.js';
import { addressLine } from './address-answer.js';

export const address: FieldDescriptor<'address'> = {
  missing: 'address.required',
  render: (props) => html`<portal-field-address .props=${props}></portal-field-address>`,
  summary: addressLine,
};
