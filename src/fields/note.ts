import { html, nothing } from 'lit';
import { markdown } from '../fragments/markdown.js';
import type { FieldDescriptor } from './field.js';

export const note: FieldDescriptor<'note'> = {
  missing: 'issue.required',
  render: ({ field, words }) =>
    html`<div class="note" part="note" lang=${words.otherLanguage(field.text) ?? nothing} dir="auto">
      ${markdown(words.text(field.text))}
    </div>`,
  summary: () => '',
};
