import type { Log } from '../log.js';
import type { Store } from '../store/store.js';

/** Somebody at a desk who wants to know when something changes. */
export interface Watcher {
  readonly portalId: string;
  readonly sessionId: string;
  /** Something about the portal's requests has changed, or may have. */
  readonly changed: () => void;
  /** The session is over, or the server stops. */
  readonly ended: () => void;
}

export interface OfficeEvents {
  /** Calls `changed` once the watcher is heard for, and then for every change; gives what ends it. */
  watch(watcher: Watcher): () => void;
  /** How many watch in a session, in this process. */
  watching(sessionId: string): number;
  stop(): Promise<void>;
}

/** What the triggers of the database say. */
const CHANNEL = 'office_event';

/** Passes on to the desks of this process what any process changed in the database. */
export const createOfficeEvents = ({ store, log }: { store: Store; log: Log }): OfficeEvents => {
  const watchers = new Set<Watcher>();
  let listening: Promise<() => Promise<void>> | undefined;
  let isListening = false;
  let isStopped = false;
  const some = (isMeant: (watcher: Watcher) => boolean): Watcher[] => [...watchers].filter(isMeant);
  const hear = (payload: string): void => {
    const [kind, id] = payload.split(' ');
    if (kind === 'requests') for (const watcher of some(({ portalId }) => portalId === id)) watcher.changed();
    if (kind === 'session') for (const watcher of some(({ sessionId }) => sessionId === id)) watcher.ended();
  };
  const missed = (): void => {
    isListening = true;
    for (const watcher of watchers) watcher.changed();
  };
  const listen = (): void => {
    listening ??= store.listen({ channel: CHANNEL, hear, missed });
    listening.catch((error: unknown) => {
      log.warn('not-listening', { error });
      listening = undefined;
      for (const watcher of some(() => true)) watcher.ended();
    });
  };
  return {
    watch: (watcher) => {
      watchers.add(watcher);
      if (isStopped) queueMicrotask(watcher.ended);
      else listen();
      if (isListening) watcher.changed();
      return () => {
        watchers.delete(watcher);
      };
    },
    watching: (sessionId) => some((watcher) => watcher.sessionId === sessionId).length,
    stop: async () => {
      isStopped = true;
      for (const watcher of some(() => true)) watcher.ended();
      await (
        await listening
      )?.();
    },
  };
};
