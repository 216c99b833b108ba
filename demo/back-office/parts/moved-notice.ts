import { html, type TemplateResult } from 'lit';
import type { StaffSession } from '../../office-contract/index.js';
import type { Words } from '../words.js';

/** Says that another tab has taken this one along to another portal. */
export const movedNotice = (words: Words, portal: StaffSession['portal'] | undefined): TemplateResult => html`
  <p class="notice" role="alert">
    ${words.say('portal.moved', { portal: words.text(portal?.name, portal?.locale ?? words.language) })}
  </p>
`;
