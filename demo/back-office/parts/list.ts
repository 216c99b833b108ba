import { html, nothing, type TemplateResult } from 'lit';
import type { Load } from '../load.js';
import type { TextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import { failureNotice } from './failure-notice.js';

/** A column of a list: what it is called, and what it shows of a row. */
export interface Column<Row> {
  label: TextKey;
  cell(row: Row, words: Words): TemplateResult | string;
}

/** A list by the text that names it; the same with `.empty` says that nothing is in it. */
type ListName = 'requests' | 'work-orders' | 'customers' | 'audit';

/** What a list is made of; `Value` is what the server said about its rows. */
export interface List<Row, Value extends { items: readonly Row[] }> {
  what: ListName;
  load: Load<Value>;
  columns: readonly Column<Row>[];
  /** A class for rows that stand out. */
  rowClass?(row: Row): string;
  /** Whether rows were left out, and the address of the list with all of them. */
  isNarrowed: boolean;
  clearAddress: string;
  summary(value: Value): string;
  paging(value: Value): TemplateResult | typeof nothing;
  retry(): void;
}

const headings = <Row>(words: Words, columns: readonly Column<Row>[]) =>
  columns.map(({ label }) => html`<th role="columnheader" scope="col">${words.say(label)}</th>`);

// Cards on a phone are made with `display`, which takes a table's meaning away; the roles give it back.
const tableRow = <Row>(words: Words, columns: readonly Column<Row>[], row: Row, name = '') => html`
  <tr role="row" class=${name || nothing}>
    ${columns.map(({ label, cell }, index) =>
      index === 0
        ? html`<th role="rowheader" scope="row" data-label=${words.say(label)}>${cell(row, words)}</th>`
        : html`<td role="cell" data-label=${words.say(label)}>${cell(row, words)}</td>`,
    )}
  </tr>
`;

const table = <Row, Value extends { items: readonly Row[] }>(
  words: Words,
  { what, load, columns, rowClass }: List<Row, Value>,
  rows: readonly Row[],
) => html`
  <table role="table" aria-busy=${load.isLoading}>
    <caption class="visually-hidden">
      ${words.say(what)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${headings(words, columns)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => tableRow(words, columns, row, rowClass?.(row)))}
    </tbody>
  </table>
`;

const empty = (words: Words, what: ListName, isNarrowed: boolean, clearAddress: string) =>
  isNarrowed
    ? html`<p class="empty">${words.say('nothing-found')} <a href=${clearAddress}>${words.say('clear-filters')}</a></p>`
    : html`<p class="empty">${words.say(`${what}.empty`)}</p>`;

/** A list of the office: how many there are, the rows, and the way to more of them. */
export const list = <Row, Value extends { items: readonly Row[] }>(
  words: Words,
  parts: List<Row, Value>,
): TemplateResult => {
  const { value, failure, isLoading } = parts.load;
  const isEmpty = value?.items.length === 0;
  return html`
    <p class="count" role="status">
      ${value && !isLoading ? parts.summary(value) : isLoading ? words.say('loading') : nothing}
    </p>
    ${failure ? failureNotice(words, failure, parts.retry) : nothing}
    ${value && !isEmpty ? table(words, parts, value.items) : nothing}
    ${isEmpty && !isLoading && !failure ? empty(words, parts.what, parts.isNarrowed, parts.clearAddress) : nothing}
    ${value ? parts.paging(value) : nothing}
  `;
};
