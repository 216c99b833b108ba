import { html, type TemplateResult } from 'lit';
import type { FieldType } from '../contract/index.js';
import type { FieldDescriptor, FieldProps } from './field.js';
import { shellOf, singleShell } from './field-shell.js';

const control = ({ words, actions, isMoreMissing }: FieldProps<FieldType>): TemplateResult =>
  isMoreMissing
    ? html`<p class="error" role="alert">${words.message('field.missing')}</p>
        <button type="button" part="button" @click=${() => void actions.loadMore()}>
          ${words.message('failure.retry')}
        </button>`
    : html`<p class="hint" role="status">${words.message('working')}</p>`;

/** Stands in for a field whose part is still being loaded, or could not be. */
export const awaited: FieldDescriptor<FieldType> = {
  missing: 'issue.required',
  render: (props) => singleShell(shellOf(props), () => control(props)),
  summary: () => '…',
};
