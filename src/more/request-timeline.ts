import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry, RequestDetail } from '../contract/index.js';
import type { Translator } from '../i18n/translate.js';

/** An entry that only says something leaves the status as it was. */
const isMessage = ({ status, note }: HistoryEntry, before: HistoryEntry | undefined): boolean =>
  note !== undefined && before?.status === status && status !== 'planned';

const sentenceKey = (entry: HistoryEntry, before: HistoryEntry | undefined): string => {
  const { status, by } = entry;
  if (isMessage(entry, before)) return `request.said.${by}`;
  if (status === 'submitted' && by === 'customer' && before) return 'request.did.answered';
  return `request.did.${status}.${by}`;
};

/** What happened to a request, in plain words, the last at the end. */
export const timeline = ({ history }: RequestDetail, portal: string, words: Translator): TemplateResult =>
  html`<ol class="timeline">
    ${history.map((entry, index) => {
      const { status, at, note } = entry;
      const sentence =
        words.find(sentenceKey(entry, history[index - 1]), { portal }) ?? words.message(`status.${status}`);
      return html`<li>
        <p>${sentence}</p>
        ${note ? html`<p class="preformatted said" dir="auto">${note}</p>` : nothing}
        <p class="hint"><time datetime=${at}>${words.moment(at)}</time></p>
      </li>`;
    })}
  </ol>`;

/** Whose turn it is. */
export const nextStep = ({ status, asked }: RequestDetail, portal: string, words: Translator): TemplateResult => {
  const count = (asked?.fields.length ?? 0) + (asked?.items.length ?? 0);
  const sentence = words.find(`request.next.${status}`, { portal, count }) ?? words.message(`status.${status}`);
  return html`<p class="notice"><strong>${words.find('request.next')}</strong> ${sentence}</p>`;
};
