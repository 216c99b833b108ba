import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../../office-contract/index.js';
import type { Load } from '../load.js';
import { addressOf, type ListRoute } from '../route.js';
import type { TextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import { failureNotice } from './failure-notice.js';
import { pageCount, paging } from './paging.js';

/** A column of a list: what it is called, and what it shows of a row. */
export interface Column<Row> {
  label: TextKey;
  cell(row: Row, words: Words): TemplateResult | string;
}

export interface List<Row> {
  what: 'requests' | 'work-orders';
  route: ListRoute;
  load: Load<Page<Row>>;
  columns: readonly Column<Row>[];
  retry(): void;
}

const headings = <Row>(words: Words, columns: readonly Column<Row>[]) =>
  columns.map(({ label }) => html`<th role="columnheader" scope="col">${words.say(label)}</th>`);

// Cards on a phone are made with `display`, which takes a table's meaning away; the roles give it back.
const tableRow = <Row>(words: Words, columns: readonly Column<Row>[], row: Row) => html`
  <tr role="row">
    ${columns.map(({ label, cell }, index) =>
      index === 0
        ? html`<th role="rowheader" scope="row" data-label=${words.say(label)}>${cell(row, words)}</th>`
        : html`<td role="cell" data-label=${words.say(label)}>${cell(row, words)}</td>`,
    )}
  </tr>
`;

const table = <Row>(words: Words, { what, load, columns }: List<Row>, rows: readonly Row[]) => html`
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
      ${rows.map((row) => tableRow(words, columns, row))}
    </tbody>
  </table>
`;

const isNarrowed = (route: ListRoute): boolean =>
  route.query.trim() !== '' || ('status' in route && route.status !== '');

const clearAddress = (route: ListRoute): string =>
  addressOf({ ...route, query: '', number: 1, ...('status' in route ? { status: '' } : {}) });

const empty = (words: Words, { what, route }: Pick<List<unknown>, 'what' | 'route'>) =>
  isNarrowed(route) || route.number > 1
    ? html`<p class="empty">
        ${words.say('nothing-found')} <a href=${clearAddress(route)}>${words.say('clear-filters')}</a>
      </p>`
    : html`<p class="empty">${words.say(`${what}.empty`)}</p>`;

const summary = (words: Words, what: List<unknown>['what'], list: Page<unknown>): string => {
  const pages = pageCount(list);
  const count = words.count(what, list.total);
  return pages > 1 ? words.say('count.page', { count, page: list.page, pages }) : count;
};

/** A list of the office: how many there are, the rows, and the way to more of them. */
export const list = <Row>(words: Words, parts: List<Row>): TemplateResult => {
  const { value, failure, isLoading } = parts.load;
  const isEmpty = value?.items.length === 0;
  return html`
    <p class="count" role="status">
      ${value && !isLoading ? summary(words, parts.what, value) : isLoading ? words.say('loading') : nothing}
    </p>
    ${failure ? failureNotice(words, failure, parts.retry) : nothing}
    ${value && !isEmpty ? table(words, parts, value.items) : nothing}
    ${isEmpty && !isLoading && !failure ? empty(words, parts) : nothing}
    ${value ? paging(words, parts.route, value) : nothing}
  `;
};
