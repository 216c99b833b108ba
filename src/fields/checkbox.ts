import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldDescriptor } from './field.js';
import { ariaOf, errorMessage, hint, markText, shellOf } from './field-shell.js';

export const checkbox: FieldDescriptor<'checkbox'> = {
  missing: 'issue.required.check',
  render: (props) => {
    const { field, answer, give } = props;
    const shell = shellOf(props);
    const aria = ariaOf(shell);
    return html`<div class="field" part="field" data-pointer=${shell.pointer} ?data-invalid=${aria.isInvalid}>
      <div class="choice-row">
        <label class="choice" part="choice" id=${aria.labelId}
          ><input
            type="checkbox"
            id=${aria.id}
            name=${field.id}
            .checked=${live(answer === true)}
            ?disabled=${field.readOnly}
            aria-required=${aria.isRequired ? 'true' : nothing}
            aria-invalid=${aria.isInvalid ? 'true' : nothing}
            aria-describedby=${aria.describedBy ?? nothing}
            @change=${(event: Event) => void give((event.target as HTMLInputElement).checked)}
          /><span>${shell.label}</span></label
        >${markText(aria.id, shell.mark)}${shell.origin}
      </div>
      ${hint(aria.id, shell.help)}${errorMessage(aria.id, shell.error)}
    </div>`;
  },
  summary: (_field, answer, words) => words.message(answer === true ? 'checklist.yes' : 'checklist.no'),
};
