import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldOf } from '../contract/index.js';
import { normaliseAnswer } from '../rules/index.js';
import { attributes } from './attributes.js';
import { asText, type FieldDescriptor, type FieldProps } from './field.js';
import { shellOf, singleShell } from './field-shell.js';

type TextLike = 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number';

/** What tells the one-line inputs apart. */
interface InputTraits<T extends TextLike> {
  readonly type: string;
  readonly inputmode?: string;
  readonly autocomplete?: string;
  readonly autocapitalize?: string;
  readonly size: 'short' | 'medium' | 'long';
  bounds?(props: FieldProps<T>): { min?: string; max?: string };
  /** The answer as it stands in the input. */
  display?(answer: unknown, props: FieldProps<T>): string;
  suffix?(props: FieldProps<T>): string;
  summary?(field: FieldOf<T>, answer: unknown, words: FieldProps<T>['words']): string;
}

const inputOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** The handlers of a one-line or many-line text control: typed text as it is, made canonical when it is left. */
export const textHandlers = <T extends TextLike | 'textarea'>({ field, give }: FieldProps<T>) => ({
  typed: (event: Event) => void give(inputOf(event)),
  changed: (event: Event) => {
    const typed = inputOf(event);
    const canonical = normaliseAnswer(field, typed);
    if (canonical !== typed) void give(canonical);
  },
});

/** Makes the descriptor of a field with one input of this kind. */
export const textLike = <T extends TextLike>(traits: InputTraits<T>): FieldDescriptor<T> => ({
  missing: 'issue.required',
  render: (props) => {
    const { field, answer } = props;
    const { typed, changed } = textHandlers(props);
    const { min, max } = traits.bounds?.(props) ?? {};
    const suffix = traits.suffix?.(props) ?? '';
    return singleShell(
      shellOf(props),
      (aria) =>
        html`<div class="input-row">
          <input
            part="control"
            ${attributes({
              ...{ class: traits.size, id: aria.id, name: field.id, type: traits.type, inputmode: traits.inputmode },
              autocomplete: field.autocomplete ?? traits.autocomplete,
              autocapitalize: traits.autocapitalize,
              ...{ min, max },
              readonly: field.readOnly ? '' : undefined,
              'aria-required': aria.isRequired ? 'true' : undefined,
              'aria-invalid': aria.isInvalid ? 'true' : undefined,
              'aria-describedby': aria.describedBy,
            })}
            .value=${live(traits.display?.(answer, props) ?? asText(answer))}
            @input=${typed}
            @change=${changed}
          />${suffix ? html`<span class="suffix" aria-hidden="true">${suffix}</span>` : nothing}
        </div>`,
    );
  },
  summary: (field, answer, words) => traits.summary?.(field, answer, words) ?? asText(answer),
});
