import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppointmentChoice } from '../contract/index.js';
import type { FieldProps } from '../fields/field.js';
import { choiceName, choicesOf } from './appointment-days.js';

type Props = FieldProps<'appointment'>;

/** What can be done with a preference. */
export interface PreferenceActs {
  move(choice: AppointmentChoice, by: 1 | -1): void;
  remove(choice: AppointmentChoice): void;
}

/** What finds a preference in the list again. */
export const preferenceKey = ({ date, part }: AppointmentChoice): string => `${date} ${part}`;

/** Which preference an issue is about, from 0. */
export const issueIndex = ({ issue, pointer }: Props): number | undefined => {
  const index = issue?.pointer.startsWith(`${pointer}/`)
    ? issue.pointer.slice(pointer.length + 1).split('/')[0]
    : undefined;
  return index !== undefined && /^\d+$/.test(index) ? Number(index) : undefined;
};

const SIGNS = { up: '↑', down: '↓', remove: '✕' } as const;

const actButton = ({ words }: Props, act: keyof typeof SIGNS, choice: string, press: () => void): TemplateResult =>
  html`<button
    type="button"
    class="quiet"
    data-act=${act}
    aria-label=${words.message(`appointment.${act}`, { choice })}
    @click=${press}
  >
    <span aria-hidden="true">${SIGNS[act]}</span>
  </button>`;

const preference = (
  props: Props,
  choice: AppointmentChoice,
  place: { readonly index: number; readonly count: number },
  acts: PreferenceActs,
): TemplateResult => {
  const name = choiceName(choice, props.words);
  const { index, count } = place;
  const buttons = html`<span>
    ${index > 0 ? actButton(props, 'up', name, () => acts.move(choice, -1)) : nothing}
    ${index < count - 1 ? actButton(props, 'down', name, () => acts.move(choice, 1)) : nothing}
    ${actButton(props, 'remove', name, () => acts.remove(choice))}
  </span>`;
  return html`<li data-choice=${preferenceKey(choice)}>
    <div class="preference" ?data-invalid=${issueIndex(props) === index}>
      <span class="preference-name">${name}</span>${props.field.readOnly ? nothing : buttons}
    </div>
  </li>`;
};

/** What was chosen, the best first. */
export const preferenceList = (props: Props, acts: PreferenceActs): TemplateResult | typeof nothing => {
  const choices = choicesOf(props.answer);
  if (choices.length === 0) return nothing;
  return html`<ol class="preferences" aria-label=${props.words.message('appointment.chosen')}>
    ${repeat(choices, preferenceKey, (choice, index) => preference(props, choice, { index, count: choices.length }, acts))}
  </ol>`;
};
