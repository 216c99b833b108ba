import { html, nothing, type TemplateResult } from 'lit';
import type { Translator } from '../i18n/translate.js';

/** A request that its customer may take back. */
export interface Withdrawal {
  readonly words: Translator;
  readonly portal: string;
  readonly reference: string;
  readonly isAsking: boolean;
  readonly isBusy: boolean;
  ask(isAsking: boolean): void;
  confirm(): void;
}

/** Takes a request back, and asks first. */
export const withdrawal = ({ words, isAsking, isBusy, ask, confirm, ...names }: Withdrawal): TemplateResult => {
  const button = (text: string, act: () => void, look: 'button' | 'link' = 'button') =>
    html`<button type="button" class=${look} part=${look} aria-busy=${isBusy ? 'true' : nothing} @click=${act}>
      ${text}
    </button>`;
  const open = () => {
    ask(true);
  };
  if (!isAsking) return html`<div class="withdrawal">${button(words.message('request.withdraw'), open, 'link')}</div>`;
  return html`<section class="notice withdrawal" role="group" aria-labelledby="withdraw-question">
    <p id="withdraw-question">${words.message('request.withdraw-ask', names)}</p>
    <div class="actions">
      ${button(words.message('request.withdraw-no'), () => {
        ask(false);
      })}
      ${button(words.message('request.withdraw-yes'), confirm)}
    </div>
  </section>`;
};
