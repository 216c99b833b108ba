import { asFailure, type FailureCode } from '../api/failure.js';
import type { OptionItem, OptionPage } from '../contract/index.js';
import { folded } from './folded.js';

/** How long typing has to pause before the list is asked for, in milliseconds. */
const PAUSE = 250;

/** What is shown for one query. */
export interface Listing {
  readonly query: string;
  readonly isWaiting: boolean;
  readonly items: readonly OptionItem[];
  readonly nextCursor?: string;
  /** Why the last call failed; items are then what was loaded before. */
  readonly failure?: FailureCode;
}

/** The list behind one lookup: one call at a time, and what was seen is remembered. */
export interface Search {
  readonly listing: Listing;
  /** An item that was seen, by its id. */
  seen(id: string): OptionItem | undefined;
  /** Asks for the first page, at once or when typing pauses; nothing when that page is there already. */
  find(query: string, isTyping?: boolean): void;
  /** Asks for the page after the last one; settles when it is there, or could not be had. */
  more(): Promise<void>;
  /** Gives up on the call that is under way. */
  stop(): void;
}

type Ask = (query: string, cursor: string | undefined, signal: AbortSignal) => Promise<OptionPage>;

/** Failures of the way to the list; any other says that there is no list to show. */
const AWAY: ReadonlySet<FailureCode> = new Set(['offline', 'timeout', 'unreadable', 'unavailable', 'rate-limited']);

const isFound = ({ label, detail = '' }: OptionItem, query: string): boolean => {
  const text = folded(`${label} ${detail}`);
  return folded(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** One call at a time; each takes the place of the one before, whose answer is then nothing. */
const createCalls = (ask: Ask) => {
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = (): void => {
    clearTimeout(timer);
    running?.abort();
    running = undefined;
  };
  return {
    giveUp,
    later: (act: () => void): void => {
      giveUp();
      timer = setTimeout(act, PAUSE);
    },
    /** The page, or the code of the failure. */
    call: async (query: string, cursor?: string): Promise<OptionPage | FailureCode | undefined> => {
      giveUp();
      const own = new AbortController();
      running = own;
      try {
        const page = await ask(query, cursor, own.signal);
        return own.signal.aborted ? undefined : page;
      } catch (error) {
        return own.signal.aborted ? undefined : asFailure(error).code;
      }
    },
  };
};

/** Makes the search of one lookup; `changed` is called whenever another listing is there. */
export const createSearch = (ask: Ask, changed: () => void): Search => {
  const seen = new Map<string, OptionItem>();
  const { call, later, giveUp } = createCalls(ask);
  let listing: Listing = { query: '', isWaiting: false, items: [] };
  /** The query whose first page is there or under way. */
  let asked: string | undefined;

  const show = (next: Listing): void => {
    for (const item of next.items) seen.set(item.id, item);
    listing = next;
    changed();
  };

  const first = async (query: string): Promise<void> => {
    const page = await call(query);
    if (page === undefined) return;
    const isFailure = typeof page === 'string';
    const before = isFailure && AWAY.has(page) ? [...seen.values()].filter((item) => isFound(item, query)) : [];
    const found = isFailure ? { items: before, failure: page } : page;
    show({ ...found, query, isWaiting: false });
  };

  const find = (query: string, isTyping = false): void => {
    if (asked === query && !listing.failure) return;
    giveUp();
    asked = query;
    show({ query, isWaiting: true, items: listing.items });
    if (isTyping) later(() => void first(query));
    else void first(query);
  };

  const more = async (): Promise<void> => {
    const { query, items, nextCursor } = listing;
    if (nextCursor === undefined || listing.isWaiting) return;
    show({ query, items, nextCursor, isWaiting: true });
    const page = await call(query, nextCursor);
    if (page === undefined) return;
    const known = new Set(items.map(({ id }) => id));
    const added = typeof page === 'string' ? [] : page.items.filter(({ id }) => !known.has(id));
    const rest = typeof page === 'string' ? { nextCursor, failure: page } : { nextCursor: page.nextCursor };
    show({ ...rest, query, items: [...items, ...added], isWaiting: false });
  };

  const stop = (): void => {
    giveUp();
    if (!listing.isWaiting) return;
    asked = undefined;
    listing = { ...listing, isWaiting: false };
  };

  return {
    get listing() {
      return listing;
    },
    ...{ find, more, stop },
    seen: (id) => seen.get(id),
  };
};
