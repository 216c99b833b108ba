/** What a page does while the element is on it. */
export interface Presence {
  pause(): void;
  resume(): void;
}

/**
 * Listens while the element is on a page: `online` when there is a connection again, `leave` when the page may go,
 * `arrive` when its address has another fragment.
 */
export const createPresence = (online: () => void, leave: () => void, arrive: () => void): Presence => ({
  pause: () => {
    removeEventListener('online', online);
    removeEventListener('pagehide', leave);
    removeEventListener('hashchange', arrive);
    document.removeEventListener('visibilitychange', leave);
  },
  resume: () => {
    addEventListener('online', online);
    addEventListener('pagehide', leave);
    addEventListener('hashchange', arrive);
    document.addEventListener('visibilitychange', leave);
  },
});
