import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Failure } from '../api/failure.js';
import { singleShell } from '../fields/field-shell.js';
import { onSubmit } from '../fragments/navigation.js';
import type { Translator } from '../i18n/translate.js';
import { failureText } from './earlier-failure.js';
import { LONGEST } from './reported-text.js';

/** What the customer writes to the office. */
export interface MessageBox {
  readonly text: string;
  readonly portal: string;
  readonly isEmpty: boolean;
  readonly isBusy: boolean;
  readonly isSaid: boolean;
  readonly failure: Failure | undefined;
  readonly words: Translator;
  typed(text: string): void;
  send(): Promise<void>;
}

/** A box to write to the office. */
export const messageBox = (box: MessageBox): TemplateResult => {
  const { text, portal, isEmpty, isBusy, words } = box;
  const shell = {
    pointer: '/request/message',
    label: words.message('request.message', { portal }),
    help: '',
    error: isEmpty && !text.trim() ? words.message('request.message-empty') : undefined,
    isRequired: false,
    mark: undefined,
  };
  return html`<form novalidate @submit=${onSubmit(() => box.send())}>
    ${singleShell(
      shell,
      (aria) =>
        html`<textarea
          part="control"
          class="long"
          id=${aria.id}
          rows="4"
          maxlength=${LONGEST}
          .value=${live(text)}
          ?readonly=${isBusy}
          aria-invalid=${aria.isInvalid ? 'true' : nothing}
          aria-describedby=${aria.describedBy ?? nothing}
          @input=${(event: Event) => {
            box.typed((event.target as HTMLTextAreaElement).value);
          }}
        ></textarea>`,
    )}
    ${box.failure ? html`<p class="error" role="alert">${failureText(box.failure, words)}</p>` : nothing}
    <p class="hint" role="status">${box.isSaid ? words.message('request.said') : nothing}</p>
    <button type="submit" class="button" part="button" aria-busy=${isBusy ? 'true' : nothing}>
      ${words.message('request.say')}
    </button>
  </form>`;
};
