import { html, nothing, type TemplateResult } from 'lit';
import type { MergedRequests } from '../../office-contract/index.js';
import { addressOf } from '../route.js';
import type { Words } from '../words.js';
import { moment } from './status-badge.js';

const link = (id: string, reference: string) => html`<a href=${addressOf({ page: 'request', id })}>${reference}</a>`;

const into = (words: Words, { id, reference, canUndo }: NonNullable<MergedRequests['duplicateOf']>, undo: () => void) =>
  html`<p>${words.say('merged.into')} ${link(id, reference)}</p>
    ${canUndo ? html`<button class="button" type="button" @click=${undo}>${words.say('merged.undo')}</button>` : nothing}`;

/** Which request this one is handled with, and which ones with this one; their messages and files are a link away. */
export const mergedRequests = (
  words: Words,
  { duplicateOf, duplicates }: MergedRequests,
  undo: () => void,
): TemplateResult => html`
  ${duplicateOf ? into(words, duplicateOf, undo) : nothing}
  ${
    duplicates.length > 0
      ? html`<h3>${words.say('merged.with')}</h3>
          <ul class="plain merged">
            ${duplicates.map(
              ({ id, reference, submittedAt, messages, files }) =>
                html`<li>
                  ${link(id, reference)}
                  <span class="secondary"
                    >${moment(words, submittedAt)}, ${words.say('merged.holds', { messages, files })}</span
                  >
                </li>`,
            )}
          </ul>`
      : nothing
  }
`;
