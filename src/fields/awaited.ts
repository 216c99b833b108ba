import { html, type TemplateResult } from 'lit';
import type { FieldType } from '../contract/index.js';
import type { FieldDescriptor, FieldProps } from './field.js';
import { shellOf, singleShell, type ControlAria } from './field-shell.js';

const control = ({ words, actions, isMoreMissing }: FieldProps<FieldType>, { id }: ControlAria): TemplateResult =>
  isMoreMissing
    ? html`<p class="error" role="alert">${words.message('field.missing')}</p>
        <button type="button" class="button" part="button" id=${id} @click=${() => void actions.loadMore()}>
          ${words.message('failure.retry')}
        </button>`
    : html`<p class="hint" role="status" id=${id} tabindex="-1">${words.message('working')}</p>`;

/** Stands in for a field whose part is still being loaded, or could not be. */
export const awaited: FieldDescriptor<FieldType> = {
  missing: 'issue.required',
  render: (props) => singleShell(shellOf(props), (aria) => control(props, aria)),
  summary: () => '…',
};
