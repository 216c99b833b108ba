import { told } from '../fragments/told.js';
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldDescriptor } from './field.js';
import { groupShell, shellOf } from './field-shell.js';
import { chosenLabels } from './options.js';

export const radio: FieldDescriptor<'radio'> = {
  missing: 'issue.required.choice',
  render: (props) => {
    const { field, answer, words, give } = props;
    return groupShell(
      shellOf(props),
      (aria) =>
        html`<div class="choices">
          ${field.options.map(
            (option, index) =>
              html`<label class="choice" part="choice"
                ><input
                  type="radio"
                  id=${index === 0 ? aria.id : `${aria.id}-${String(index)}`}
                  name=${aria.id}
                  value=${option.id}
                  .checked=${live(option.id === answer)}
                  ?disabled=${field.readOnly}
                  @change=${() => void give(option.id)}
                /><span>${told(words, option.label)}</span></label
              >`,
          )}
        </div>`,
      'radiogroup',
    );
  },
  summary: (field, answer, words) => chosenLabels(field.options, [answer], words),
};
