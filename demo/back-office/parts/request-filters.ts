import { html, nothing, type TemplateResult } from 'lit';
import { REQUEST_SORTS, type RequestChoices, type RequestList } from '../../office-contract/index.js';
import { fromTheStart, type RequestsRoute } from '../request-route.js';
import { addressOf } from '../route.js';
import { STATUSES } from '../statuses.js';
import type { Words } from '../words.js';

export interface RequestFilters {
  readonly route: RequestsRoute;
  readonly list: RequestList | undefined;
  readonly choices: RequestChoices | undefined;
  go(change: Partial<RequestsRoute>): void;
}

export type Option = readonly [value: string, label: string];

/** What a control says now, kept from the form around it, which would search for it. */
const valueOf = (event: Event): string => {
  event.stopPropagation();
  const { target } = event;
  return target instanceof HTMLSelectElement || target instanceof HTMLInputElement ? target.value : '';
};

/** One of several, chosen; kept from the form around it. */
export const choice = (
  name: string,
  label: string,
  chosen: string,
  options: readonly Option[],
  choose: (value: string) => void,
) =>
  html`<div class="control">
    <label for=${name}>${label}</label>
    <select
      id=${name}
      @input=${(event: Event) => {
        choose(valueOf(event));
      }}
    >
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;

/** A day, or none. */
export const day = (name: string, label: string, chosen: string, choose: (value: string) => void) =>
  html`<div class="control">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type="date"
      .value=${chosen}
      max="9999-12-31"
      @input=${(event: Event) => {
        event.stopPropagation();
      }}
      @change=${(event: Event) => {
        choose(valueOf(event));
      }}
    />
  </div>`;

const typeOptions = (words: Words, { choices, route }: RequestFilters): Option[] => {
  const known = (choices?.types ?? []).map(({ id, label }): Option => [
    id,
    words.text(label, choices?.portalLocale ?? words.language),
  ]);
  const isMissing = route.type !== '' && !known.some(([id]) => id === route.type);
  return [['', words.say('type.all')], ...known, ...(isMissing ? [[route.type, route.type] as const] : [])];
};

const assigneeOptions = (words: Words, { choices, route }: RequestFilters): Option[] => {
  const { colleagues = [], own } = choices ?? {};
  const others = colleagues.filter(({ id }) => id !== own).map(({ id, name }): Option => [id, name]);
  const fixed: Option[] = [
    ['', words.say('assignee.all')],
    ['mine', words.say('assignee.mine')],
    ['nobody', words.say('assignee.nobody')],
  ];
  const isMissing = ![...fixed, ...others].some(([id]) => id === route.assignee);
  return [...fixed, ...others, ...(isMissing ? [[route.assignee, route.assignee] as const] : [])];
};

/** Everything besides words that narrows or sorts the list; all of it goes into the address. */
export const requestFilters = (words: Words, filters: RequestFilters): TemplateResult => {
  const { route, list, go } = filters;
  const sorts = REQUEST_SORTS.map((sort): Option => [sort, words.say(`sort.${sort}`)]);
  return html`
    <div class="filters">
      ${choice('type', words.say('type'), route.type, typeOptions(words, filters), (type) => {
        go({ type });
      })}
      ${choice('assignee', words.say('assignee'), route.assignee, assigneeOptions(words, filters), (assignee) => {
        go({ assignee });
      })}
      ${day('since', words.say('since'), route.since, (since) => {
        go({ since });
      })}
      ${day('until', words.say('until'), route.until, (until) => {
        go({ until });
      })}
      ${choice('sort', words.say('sort'), route.sort, sorts, (chosen) => {
        go({ sort: REQUEST_SORTS.find((sort) => sort === chosen) ?? 'newest' });
      })}
      <label class="check">
        <input
          type="checkbox"
          .checked=${route.unread}
          @input=${(event: Event) => {
            event.stopPropagation();
            go({ unread: !route.unread });
          }}
        />
        ${words.say('unread.only', { count: list ? words.number(list.unread) : '…' })}
      </label>
    </div>
  `;
};

/** How many requests have each status, as the way to them. */
export const statusLinks = (words: Words, { route, list }: RequestFilters): TemplateResult => {
  const link = (status: RequestsRoute['status'], label: string, count: number) => html`
    <li>
      <a
        class="status-link"
        href=${addressOf({ ...fromTheStart(route), status })}
        aria-current=${status === route.status ? 'true' : nothing}
        >${label} <span class="status-count">${list ? words.number(count) : '…'}</span></a
      >
    </li>
  `;
  const counts = list?.counts ?? {};
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return html`
    <nav aria-label=${words.say('status')}>
      <ul class="status-links">
        ${link('', words.say('status.all'), all)}
        ${STATUSES.map((status) => link(status, words.status(status), counts[status] ?? 0))}
      </ul>
    </nav>
  `;
};
