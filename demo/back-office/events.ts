import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells the pages of this tab when the office's requests change somewhere. */
export interface OfficeEvents {
  /** Calls `changed` while the host is on the page. */
  watch(host: ReactiveControllerHost, changed: () => void): void;
  start(): void;
  stop(): void;
}

const ADDRESS = '/api/office/events';
const NAME = 'back-office.events';
const AGAIN = 5_000;

/** Listens to the server until the signal is given; `refused` when the server wants no such listener. */
const listenToServer = (changed: () => void, refused: () => void, signal: AbortSignal): void => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(ADDRESS);
    source.addEventListener('requests', changed, { signal }); // the first says that it is listened to from now on
    source.addEventListener('error', fail, { signal });
  };
  const fail = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    refused();
    timer = setTimeout(open, AGAIN);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    source?.close();
  });
  open();
};

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

/**
 * One tab of a browser listens to the server and tells the others, for a browser has few connections. `refused` is
 * called when the server no longer wants to be listened to, as after signing out in another tab.
 */
export const createOfficeEvents = (refused: () => void): OfficeEvents => {
  const watchers = new Set<() => void>();
  let stopping: AbortController | undefined;
  const tell = () => {
    for (const changed of watchers) changed();
  };
  const start = () => {
    if (stopping) return;
    const { signal } = (stopping = new AbortController());
    const channel = new BroadcastChannel(NAME);
    channel.addEventListener('message', tell, { signal });
    signal.addEventListener('abort', () => {
      channel.close();
    });
    const listen = async () => {
      listenToServer(
        () => {
          tell();
          channel.postMessage('requests');
        },
        refused,
        signal,
      );
      await untilAborted(signal);
    };
    // pages on a plain address have no locks: there each tab listens for itself
    if (!('locks' in navigator)) void listen();
    else
      navigator.locks.request(NAME, { signal }, listen).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
  };
  return {
    start,
    stop: () => {
      stopping?.abort();
      stopping = undefined;
    },
    watch: (host, changed) => {
      const controller: ReactiveController = {
        hostConnected: () => void watchers.add(changed),
        hostDisconnected: () => void watchers.delete(changed),
      };
      host.addController(controller);
    },
  };
};
