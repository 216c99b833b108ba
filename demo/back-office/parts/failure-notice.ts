import { html, type TemplateResult } from 'lit';
import type { OfficeFailure } from '../failure.js';
import type { Words } from '../words.js';

/** Says what went wrong, with a button to try again where that can help. */
export const failureNotice = (words: Words, failure: OfficeFailure, retry?: () => void): TemplateResult => html`
  <div class="notice notice-error" role="alert">
    <p>${words.say(`failure.${failure.code}`)}</p>
    ${retry ? html`<button type="button" class="button" @click=${retry}>${words.say('retry')}</button>` : ''}
  </div>
`;
