import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from 'portal-request-form/contract';
import { IMPORT_FIELDS, type ImportKind, type ImportOutcome, type ImportPreview } from '../../office-contract/index.js';
import type { OfficeFailure } from '../failure.js';
import { isTextKey, type TextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import { failureNotice } from './failure-notice.js';
import { issueText } from './issue-text.js';

const OUTCOMES: Readonly<Record<ImportOutcome, { label: TextKey; badge: string }>> = {
  new: { label: 'import.new', badge: 'badge-accepted' },
  changed: { label: 'import.changed-line', badge: 'badge-open' },
  same: { label: 'import.same', badge: '' },
  wrong: { label: 'import.wrong-line', badge: 'badge-declined' },
};

const columnName = (words: Words, field: string): string => {
  const key = `column.${field}`;
  return isTextKey(key) ? words.say(key) : field;
};

const AT_COLUMN = /^\/columns\/(.+)$/;

/** What is wrong with a file as a whole. */
const fileIssue = (words: Words, issue: Issue): string => {
  const field = AT_COLUMN.exec(issue.pointer)?.[1];
  if (field === undefined) return issueText(words, issue);
  const key = issue.code === 'repeated' ? 'wrong.column.repeated' : 'wrong.column.required';
  return words.say(key, { column: columnName(words, field) });
};

/** Why a file was not taken, and how to mend it. */
export const importFailure = (words: Words, failure: OfficeFailure): TemplateResult => {
  if (failure.status === 413) return html`<p class="notice notice-error">${words.say('import.too-large')}</p>`;
  if (failure.issues.length === 0) return failureNotice(words, failure);
  return html`<div class="notice notice-error">
    ${failure.issues.map((issue) => html`<p>${fileIssue(words, issue)}</p>`)}
  </div>`;
};

/** Which columns a file has to have, and which it may have. */
export const importColumns = (words: Words, kind: ImportKind): TemplateResult => {
  const { needed, more } = IMPORT_FIELDS[kind];
  const names = (fields: readonly string[]) => fields.map((field) => columnName(words, field)).join(', ');
  return html`<div class="hint">
    <p>
      ${words.say('import.columns.needed', { columns: names(needed) })}
      ${words.say('import.columns.more', { columns: names(more) })}
    </p>
    <p>${words.say(kind === 'customers' ? 'import.rules.customers' : 'import.rules.options')}</p>
  </div>`;
};

const lineIssue = (words: Words, issue: Issue): string =>
  `${columnName(words, issue.pointer.slice(1))}: ${issueText(words, issue)}`;

/** What a file would do, line by line. */
export const importPreview = (words: Words, { counts, ignored, lines }: ImportPreview): TemplateResult => {
  const all = counts.new + counts.changed + counts.same + counts.wrong;
  const labels = ['import.line', 'import.what', 'import.outcome'] as const;
  return html`
    <h2 id="preview-title" tabindex="-1">${words.say('import.counts', { ...counts })}</h2>
    ${counts.wrong > 0 ? html`<p class="notice notice-error">${words.say('import.wrong')}</p>` : nothing}
    ${counts.wrong + counts.new + counts.changed === 0 ? html`<p>${words.say('import.nothing')}</p>` : nothing}
    ${ignored.length > 0 ? html`<p>${words.say('import.ignored', { columns: ignored.join(', ') })}</p>` : nothing}
    ${lines.length < all ? html`<p class="secondary">${words.say('import.some', { count: lines.length })}</p>` : nothing}
    <table role="table">
      <caption class="visually-hidden">
        ${words.say('import.title')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${labels.map((label) => html`<th role="columnheader" scope="col">${words.say(label)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${lines.map(
          ({ line, what, outcome, issues }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" data-label=${words.say('import.line')}>${line}</th>
              <td role="cell" data-label=${words.say('import.what')}><span dir="auto">${what}</span></td>
              <td role="cell" data-label=${words.say('import.outcome')}>
                <span class="badge ${OUTCOMES[outcome].badge}">${words.say(OUTCOMES[outcome].label)}</span>
                ${issues.map((issue) => html`<span class="secondary">${lineIssue(words, issue)}</span>`)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
};
