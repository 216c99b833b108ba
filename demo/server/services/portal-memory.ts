import type { Log } from '../log.js';
import type { Store } from '../store/store.js';
import { remember } from './remember.js';

/** What is kept in memory of each portal, for as long as this process hears of every change. */
export interface PortalMemory<T> {
  /** What is known without asking the database. */
  readonly known: (id: string) => T | undefined;
  readonly find: (id: string) => Promise<T | undefined>;
  /** The portal has changed. */
  readonly forget: (id: string) => void;
}

/** What a trigger of the database says of a portal that was changed, by whatever process. */
const CHANNEL = 'portal_changed';

const MOST = 200;

/** Keeps what `read` gives. Nothing is kept, nor told from memory, while a change could go unheard. */
export const createPortalMemory = <T>(
  { store, log }: { readonly store: Store; readonly log: Log },
  read: (id: string) => Promise<T | undefined>,
): PortalMemory<T> => {
  const kept = new Map<string, T>();
  let listening: Promise<unknown> | undefined;
  let isListening = false;
  let changes = 0; // what was read before one of them may be old
  const change = (isHeard: boolean): void => {
    isListening = isHeard;
    changes += 1;
    kept.clear();
  };
  const forget = (id: string): void => {
    changes += 1;
    kept.delete(id);
  };
  const listen = (): void => {
    listening ??= store.listen({
      channel: CHANNEL,
      hear: forget,
      missed: () => {
        change(true);
      },
      deaf: () => {
        change(false);
      },
    });
    listening.catch((error: unknown) => {
      log.warn('not-listening', { error });
      listening = undefined;
    });
  };
  return {
    known: (id) => kept.get(id),
    forget,
    find: async (id) => {
      const known = kept.get(id);
      if (known) return known;
      listen();
      const before = changes;
      const found = await read(id);
      if (!found || !isListening || changes !== before) return found;
      remember(kept, id, found, MOST);
      return found;
    },
  };
};
