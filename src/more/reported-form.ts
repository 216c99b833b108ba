import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Failure } from '../api/failure.js';
import type { RequestSummary } from '../contract/index.js';
import { singleShell } from '../fields/field-shell.js';
import type { Translator } from '../i18n/translate.js';
import { failureText } from './earlier-failure.js';
import { LONGEST } from './reported-text.js';

/** What is being added to one request. */
export interface AddForm {
  readonly request: RequestSummary;
  readonly text: string;
  readonly hasFiles: boolean;
  readonly isBusy: boolean;
  /** The last try had no text. */
  readonly isEmpty: boolean;
  readonly failure: Failure | undefined;
  readonly words: Translator;
  typed(text: string): void;
  send(): void;
  cancel(): void;
}

/** The office decided about it meanwhile, or it is gone. */
const isClosed = ({ code, issues }: Failure): boolean =>
  code === 'not-found' || (code === 'invalid-request' && issues.length === 0);

const failed = ({ failure, request: { reference }, words }: AddForm): TemplateResult | typeof nothing =>
  failure
    ? html`<p class="error" role="alert">
        ${isClosed(failure) ? words.message('reported.closed', { reference }) : failureText(failure, words)}
      </p>`
    : nothing;

/** The text to add, and the button that sends it. */
export const addForm = (form: AddForm): TemplateResult => {
  const { request, text, isBusy, words, typed, send, cancel } = form;
  const { id, reference } = request;
  const help = [
    words.message('reported.instead', { reference }),
    form.hasFiles ? words.message('reported.no-files') : '',
  ];
  const shell = {
    pointer: `/reported/${id}`,
    label: words.message('reported.text', { reference }),
    help: help.filter(Boolean).join(' '),
    error: form.isEmpty && !text.trim() ? words.message('reported.empty') : undefined,
    isRequired: true,
    mark: undefined,
  };
  return html`${singleShell(
      shell,
      (aria) =>
        html`<textarea
          part="control"
          id=${aria.id}
          rows="8"
          maxlength=${LONGEST}
          .value=${live(text)}
          ?readonly=${isBusy}
          aria-required="true"
          aria-invalid=${aria.isInvalid ? 'true' : nothing}
          aria-describedby=${aria.describedBy ?? nothing}
          @input=${(event: Event) => typed((event.target as HTMLTextAreaElement).value)}
        ></textarea>`,
    )}
    ${failed(form)}
    <div class="actions">
      <button type="button" class="button" part="button" aria-busy=${isBusy ? 'true' : nothing} @click=${send}>
        ${words.message('reported.add', { reference })}
      </button>
      <button type="button" class="link" part="link" @click=${cancel}>${words.message('reported.cancel')}</button>
    </div>`;
};
