import { html } from 'lit';
import type { FieldDescriptor } from '../fields/field.js';
import { signatureOf } from './signature-answer.js';

export const signature: FieldDescriptor<'signature'> = {
  missing: 'signature.required',
  render: (props) => html`<portal-field-signature .props=${props}></portal-field-signature>`,
  summary: (_field, answer, words) => {
    const { attachment, typedName } = signatureOf(answer);
    if (attachment) return words.message('signature.drawn-summary');
    return typedName ? words.message('signature.typed-summary', { name: typedName }) : '';
  },
};
