import { FAILURE_ID } from './ids.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalConfig } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Translator } from '../i18n/translate.js';
import type { Activity, FailureNotice, RequestState } from '../state/request-state.js';

const TITLES: { readonly [A in Activity]?: MessageKey } = {
  load: 'failure.load.title',
  submit: 'failure.submit.title',
};

/** What can be tried again from the notice itself; the other activities have their own button on the screen. */
const RETRIED: ReadonlySet<Activity> = new Set(['load', 'requests', 'submit']);

/** What trying again cannot mend. */
const FINAL: ReadonlySet<string> = new Set(['idempotency-mismatch', 'session-expired']);

const whatHappened = ({ code, during }: FailureNotice, words: Translator): string =>
  (during === 'submit' ? undefined : words.find(`failure.${code}.load`)) ??
  words.find(`failure.${code}`) ??
  words.message('failure.unavailable');

const ways = (portal: PortalConfig['portal'] | undefined, words: Translator) => html`
  ${
    portal?.phone
      ? html`<p>
          ${words.message('failure.phone')}
          <a dir="ltr" href=${`tel:${portal.phone.replace(/[^\d+]/g, '')}`}>${portal.phone}</a>
        </p>`
      : portal?.email
        ? html`<p>${words.message('failure.email')} <a href=${`mailto:${portal.email}`}>${portal.email}</a></p>`
        : nothing
  }
`;

const waiting = ({ during, retryable, retryAfter }: FailureNotice, words: Translator) =>
  during === 'submit' && retryable && retryAfter
    ? html`<p>${words.message('failure.by-itself', { count: retryAfter })}</p>`
    : nothing;

const retryButton = ({ code, during }: FailureNotice, words: Translator, actions: Actions) =>
  RETRIED.has(during) && !FINAL.has(code)
    ? html`<button type="button" class="button" part="button" @click=${() => void actions.retry()}>
        ${words.message('failure.retry')}
      </button>`
    : nothing;

/** A failure: what happened, what is kept, what to do. */
export const failureNotice = (
  state: RequestState,
  words: Translator,
  actions: Actions,
): TemplateResult | typeof nothing => {
  const { failure, config, requestType, receipt } = state;
  if (!failure) return nothing;
  return html`<section class="failure" part="failure" id=${FAILURE_ID} tabindex="-1" aria-labelledby="failure-title">
    <h3 id="failure-title">${words.message(TITLES[failure.during] ?? 'failure.title')}</h3>
    <p>${whatHappened(failure, words)}</p>
    ${requestType && !receipt ? html`<p>${words.message('failure.kept')}</p>` : nothing} ${waiting(failure, words)}
    ${retryButton(failure, words, actions)} ${ways(config?.portal, words)}
  </section>`;
};
