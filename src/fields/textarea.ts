import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { asText, type FieldDescriptor, type FieldProps } from './field.js';
import { shellOf, singleShell } from './field-shell.js';
import { textHandlers } from './text-like.js';

/** From this share of the maximum on, the customer sees how many characters are left, or too many. */
const NEARLY_FULL = 0.8;

const charactersLeft = ({ field, answer, words }: FieldProps<'textarea'>) => {
  const { maxLength } = field;
  const length = Array.from(asText(answer)).length;
  if (maxLength === undefined || length < maxLength * NEARLY_FULL) return nothing;
  const left = maxLength - length;
  return html`<p class="counter" aria-hidden="true">
    ${left < 0 ? words.message('characters.over', { count: -left }) : words.message('characters.left', { count: left })}
  </p>`;
};

export const textarea: FieldDescriptor<'textarea'> = {
  missing: 'issue.required',
  render: (props) => {
    const { field, answer } = props;
    const { typed, changed } = textHandlers(props);
    return singleShell(
      shellOf(props),
      (aria) =>
        html`<textarea
            part="control"
            class="long"
            id=${aria.id}
            name=${field.id}
            rows=${field.rows ?? 4}
            autocomplete=${ifDefined(field.autocomplete)}
            .value=${live(asText(answer))}
            ?readonly=${field.readOnly}
            aria-required=${aria.isRequired ? 'true' : nothing}
            aria-invalid=${aria.isInvalid ? 'true' : nothing}
            aria-describedby=${aria.describedBy ?? nothing}
            @input=${typed}
            @change=${changed}
          ></textarea>
          ${charactersLeft(props)}`,
    );
  },
  summary: (_field, answer) => asText(answer),
};
