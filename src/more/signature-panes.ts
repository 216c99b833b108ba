import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldProps } from '../fields/field.js';
import type { ControlAria } from '../fields/field-shell.js';
import { isRefusal, type Upload } from '../state/uploads.js';
import { drawingsUnderWay, signatureOf } from './signature-answer.js';

type Props = FieldProps<'signature'>;

/** The two ways to sign. */
export type Way = 'draw' | 'type';

const WAYS = ['draw', 'type'] as const;

/** The choice between drawing and typing; its first button carries the id that links go to. */
export const wayChoice = (
  { words }: Props,
  aria: ControlAria,
  chosen: Way,
  choose: (way: Way) => void,
): TemplateResult =>
  html`<div class="choices inline">
    ${WAYS.map(
      (way, index) =>
        html`<label class="choice" part="choice"
          ><input
            type="radio"
            id=${index === 0 ? aria.id : `${aria.id}-${way}`}
            name=${`${aria.id}-way`}
            .checked=${live(way === chosen)}
            @change=${() => choose(way)}
          /><span>${words.message(`signature.${way}`)}</span></label
        >`,
    )}
  </div>`;

/** What counts as the signature now, where the field does not show it. */
export const statusText = ({ answer, words }: Props, way: Way, awaitsStroke: boolean): string | typeof nothing => {
  const { typedName, attachment } = signatureOf(answer);
  if (typedName && way === 'draw') return words.message('signature.until-drawn');
  if (!attachment) return nothing;
  if (way === 'type') return words.message('signature.until-typed');
  return words.message(awaitsStroke ? 'signature.until-drawn-again' : 'signature.stored');
};

/** The name that is typed instead of a drawing. */
export const typedPane = (
  { words, answer }: Props,
  aria: ControlAria,
  type: (name: string) => void,
): TemplateResult => {
  const id = `${aria.id}-name`;
  const typed = (event: Event): void => type((event.target as HTMLInputElement).value);
  return html`<label for=${id}>${words.message('signature.name')}</label>
    <input
      part="control"
      class="medium"
      id=${id}
      autocomplete="name"
      maxlength="200"
      .value=${live(signatureOf(answer).typedName ?? '')}
      aria-invalid=${aria.isInvalid ? 'true' : nothing}
      aria-describedby=${aria.describedBy ?? nothing}
      @input=${typed}
    />`;
};

const uploadLine = ({ words, actions }: Props, { id, sent, size, failure }: Upload): TemplateResult => {
  if (!failure) {
    const percent = size > 0 ? Math.floor((sent / size) * 100) : 0;
    return html`<label class="signature-progress hint"
      >${words.message('signature.saving', { percent })} <progress max="100" .value=${percent}></progress
    ></label>`;
  }
  const reason =
    words.find(`issue.${failure}`) ?? words.find(`failure.${failure}.load`) ?? words.find(`failure.${failure}`);
  return html`<p class="error" role="alert">${words.message('signature.failed')} ${reason ?? nothing}</p>
    ${
      isRefusal(failure)
        ? nothing
        : html`<button type="button" class="link" part="link" @click=${() => void actions.retryUpload(id)}>
            ${words.message('failure.retry')}
          </button>`
    }`;
};

/** How far the drawing is on its way, or why it did not arrive. */
export const uploadLines = (props: Props): readonly TemplateResult[] =>
  drawingsUnderWay(props).map((upload) => uploadLine(props, upload));

/** Says that drawing is not possible now, and offers another try. */
export const missingPane = ({ words }: Props, tryAgain: () => void): TemplateResult =>
  html`<p class="error" role="alert">${words.message('signature.missing')}</p>
    <button type="button" class="button" part="button" @click=${tryAgain}>${words.message('failure.retry')}</button>`;
