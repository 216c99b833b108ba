import { told } from '../fragments/told.js';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { asList, type FieldDescriptor } from './field.js';
import { groupShell, shellOf } from './field-shell.js';
import { chosenLabels } from './options.js';

export const checkboxes: FieldDescriptor<'checkboxes'> = {
  missing: 'issue.required.choice',
  render: (props) => {
    const { field, answer, words, give } = props;
    const chosen = asList(answer);
    const toggle = (id: string) => (event: Event) => {
      const isChecked = (event.target as HTMLInputElement).checked;
      const isChosen = (option: string) => (option === id ? isChecked : chosen.includes(option));
      void give(field.options.map((option) => option.id).filter(isChosen));
    };
    return groupShell(
      shellOf(props),
      (aria) =>
        html`<div class="choices">
          ${field.options.map(
            (option, index) =>
              html`<label class="choice" part="choice"
                ><input
                  type="checkbox"
                  id=${index === 0 ? aria.id : `${aria.id}-${String(index)}`}
                  name=${field.id}
                  value=${option.id}
                  .checked=${live(chosen.includes(option.id))}
                  ?disabled=${field.readOnly}
                  aria-invalid=${aria.isInvalid ? 'true' : nothing}
                  @change=${toggle(option.id)}
                /><span>${told(words, option.label)}</span></label
              >`,
          )}
        </div>`,
    );
  },
  summary: (field, answer, words) => chosenLabels(field.options, asList(answer), words),
};
