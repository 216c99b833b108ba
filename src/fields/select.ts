import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { asText, type FieldDescriptor } from './field.js';
import { shellOf, singleShell } from './field-shell.js';
import { chosenLabels } from './options.js';

export const select: FieldDescriptor<'select'> = {
  missing: 'issue.required.choice',
  render: (props) => {
    const { field, answer, words, give } = props;
    const chosen = asText(answer);
    return singleShell(
      shellOf(props),
      (aria) =>
        html`<select
          part="control"
          class="medium"
          id=${aria.id}
          name=${field.id}
          autocomplete=${ifDefined(field.autocomplete)}
          .value=${live(chosen)}
          ?disabled=${field.readOnly}
          aria-required=${aria.isRequired ? 'true' : nothing}
          aria-invalid=${aria.isInvalid ? 'true' : nothing}
          aria-describedby=${aria.describedBy ?? nothing}
          @change=${(event: Event) => void give((event.target as HTMLSelectElement).value)}
        >
          <option value="" ?selected=${chosen === ''}>${words.message('choose')}</option>
          ${field.options.map(({ id, label }) => {
            const lang = ifDefined(words.otherLanguage(label));
            return html`<option value=${id} lang=${lang} ?selected=${id === chosen}>${words.text(label)}</option>`;
          })}
        </select>`,
    );
  },
  summary: (field, answer, words) => chosenLabels(field.options, [answer], words),
};
