import { html, nothing, type TemplateResult } from 'lit';
import type { FailureCode } from '../api/failure.js';
import type { OptionItem } from '../contract/index.js';
import type { FieldProps } from '../fields/field.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Listing } from './lookup-search.js';

type Props = FieldProps<'lookup'>;

/** What the open list is drawn from. */
export interface Panel {
  readonly listing: Listing;
  /** The id of the control; those of the list and its options are made from it. */
  readonly id: string;
  readonly chosen: string | undefined;
  /** The place of the active option; the one after the last asks for more. */
  readonly active: number;
  choose(item: OptionItem): void;
  more(): void;
}

export const listId = (id: string): string => `${id}-list`;

/** The DOM id of the option at this place. */
export const optionId = (id: string, { items }: Listing, place: number): string =>
  place === items.length ? `${id}-more` : `${id}-option-${String(place)}`;

/** How many options there are, with the one that asks for more. */
export const countOf = ({ items, nextCursor }: Listing): number => items.length + (nextCursor === undefined ? 0 : 1);

const moreText = ({ isWaiting, failure }: Listing): MessageKey => {
  if (isWaiting) return 'lookup.searching';
  return failure ? 'lookup.more-failed' : 'lookup.more';
};

const option = (panel: Panel, place: number, content: unknown, act: () => void, isChosen = false): TemplateResult =>
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the combobox has the focus and the keys
  html`<li
    role="option"
    class="option"
    id=${optionId(panel.id, panel.listing, place)}
    aria-selected=${place === panel.active ? 'true' : 'false'}
    ?data-chosen=${isChosen}
    @click=${act}
  >
    ${content}
  </li>`;

const itemText = ({ label, detail }: OptionItem): TemplateResult =>
  html`<span class="option-label">${label}</span>
    ${detail ? html`<span class="option-detail">${detail}</span>` : nothing}`;

/** Keeps the focus in the input while an option is pressed. */
const keepFocus = (event: Event): void => {
  event.preventDefault();
};

/** The list below the input; nothing as long as there is nothing in it. */
export const lookupPanel = ({ field, words }: Props, panel: Panel): TemplateResult | typeof nothing => {
  const { listing, id, chosen } = panel;
  const { items, nextCursor, isWaiting, failure } = listing;
  const isOld = failure !== undefined && nextCursor === undefined;
  if (items.length === 0)
    return isWaiting
      ? html`<div class="options"><p class="hint">${words.message('lookup.searching')}</p></div>`
      : nothing;
  return html`<div class="options" @mousedown=${keepFocus}>
    ${isOld ? html`<p class="hint">${words.message('lookup.before')}</p>` : nothing}
    <ul role="listbox" id=${listId(id)} aria-label=${words.text(field.label)}>
      ${items.map((item, place) => option(panel, place, itemText(item), () => panel.choose(item), item.id === chosen))}
      ${nextCursor === undefined ? nothing : option(panel, items.length, words.message(moreText(listing)), panel.more)}
    </ul>
  </div>`;
};

/** The sentences for failures; for any other it is only said that the list is not there. */
const FAILURES: { readonly [code in FailureCode]?: MessageKey } = {
  offline: 'failure.offline.load',
  timeout: 'failure.timeout',
  unavailable: 'failure.unavailable',
  'rate-limited': 'failure.rate-limited',
  unreadable: 'failure.unreadable',
};

const failureText = ({ words, around }: Props, code: FailureCode): string => {
  if (code !== 'session-expired') return words.message(FAILURES[code] ?? 'lookup.failed');
  return words.message(around.snapshot.state.customer ? 'failure.session-expired' : 'lookup.sign-in');
};

const countText = ({ words }: Props, { items, nextCursor, failure }: Listing): string => {
  const count = words.message(nextCursor === undefined ? 'lookup.count' : 'lookup.partly', { count: items.length });
  return failure && nextCursor === undefined ? `${words.message('lookup.before')} ${count}` : count;
};

/** What is said of a list, and whether it has to be seen because there is no list that shows it. */
export const statusOf = (props: Props, listing: Listing, isOpen: boolean): { text: string; isSeen: boolean } => {
  const { items, query, isWaiting, failure } = listing;
  const { words } = props;
  if (isWaiting) return { text: '', isSeen: false };
  if (items.length > 0) return { text: isOpen ? countText(props, listing) : '', isSeen: false };
  if (failure) return { text: failureText(props, failure), isSeen: true };
  if (!isOpen) return { text: '', isSeen: false };
  return { text: query ? words.message('lookup.none', { query }) : words.message('lookup.empty'), isSeen: true };
};

const button = (label: string, act: () => void): TemplateResult =>
  html`<button type="button" class="link" part="link" @click=${act}>${label}</button>`;

/** The way on after a failure: to the sign-in for a guest, else another try. */
export const failureButton = (
  { words, actions, around }: Props,
  { failure, items }: Listing,
  retry: () => void,
): TemplateResult | typeof nothing => {
  if (!failure || items.length > 0) return nothing;
  const { state, view } = around.snapshot;
  if (failure !== 'session-expired' || state.customer) return button(words.message('failure.retry'), retry);
  const maySignIn = view.steps.includes('sign-in');
  return maySignIn ? button(words.message('sign-in'), () => void actions.goTo('sign-in')) : nothing;
};
