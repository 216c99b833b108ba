import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DAY_PARTS, type AppointmentChoice } from '../contract/index.js';
import type { FieldProps } from '../fields/field.js';
import type { ControlAria } from '../fields/field-shell.js';
import { choiceName, choicesOf, dayName, isSame, partName, type Bounds } from './appointment-days.js';

type Props = FieldProps<'appointment'>;

/** The parts of these days, each a button that stays pressed while it is chosen; the first carries the field's id. */
export const dayGrid = (
  props: Props,
  days: readonly string[],
  id: string,
  toggle: (choice: AppointmentChoice) => void,
): TemplateResult => {
  const { field, words, answer } = props;
  const choices = choicesOf(answer);
  const { parts = DAY_PARTS } = field;
  const offered = DAY_PARTS.filter((part) => parts.includes(part));
  const button = (choice: AppointmentChoice): TemplateResult => {
    const isChosen = choices.some((one) => isSame(one, choice));
    const isFirst = choice.date === days[0] && choice.part === offered[0];
    return html`<button
      type="button"
      class="button"
      part="button"
      id=${isFirst ? id : nothing}
      data-offer=${choice.date}
      aria-pressed=${String(isChosen)}
      aria-label=${choiceName(choice, words)}
      @click=${() => toggle(choice)}
    >
      ${isChosen ? '✓ ' : nothing}${partName(choice.part, words)}
    </button>`;
  };
  return html`<ul class="days" role="list">
    ${days.map(
      (date) =>
        html`<li class="day">
          <span>${dayName(date, words)}</span>
          <span class="day-parts">${offered.map((part) => button({ date, part }))}</span>
        </li>`,
    )}
  </ul>`;
};

/** What was typed as another date, and what is wrong with it. */
export interface OtherDate {
  readonly wished: string;
  readonly refusal: string | undefined;
  readonly bounds: Bounds;
  wish(date: string): void;
  leave(): void;
  clear(): void;
}

/** The date from which days are offered, for one that is far ahead. */
export const otherDate = ({ words }: Props, aria: ControlAria, other: OtherDate): TemplateResult => {
  const id = `${aria.id}-other`;
  const { wished, refusal, bounds } = other;
  const error = refusal ? `${id}-error` : nothing;
  return html`<div class="day-other">
    <label for=${id}>${words.message('appointment.other')}</label>
    <input
      type="date"
      part="control"
      id=${id}
      min=${bounds.min ?? nothing}
      max=${bounds.max ?? nothing}
      .value=${live(wished)}
      aria-invalid=${refusal ? 'true' : nothing}
      aria-describedby=${error}
      @change=${(event: Event) => other.wish((event.target as HTMLInputElement).value)}
      @blur=${() => other.leave()}
    />
    <div role="alert">${refusal ? html`<p class="error" id=${error}>${refusal}</p>` : nothing}</div>
    ${
      wished || refusal
        ? html`<button type="button" class="link" part="link" @click=${() => other.clear()}>
            ${words.message('appointment.clear')}
          </button>`
        : nothing
    }
  </div>`;
};
