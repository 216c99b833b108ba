import type { Announcements } from './controller/announcements.js';

export type { Announcements as PortalEvents } from './controller/announcements.js';

/** The events that the host page may cancel: nothing has happened yet. */
const CANCELABLE: ReadonlySet<string> = new Set(['portal-step-change', 'portal-submit']);

/** Tells the host page; the only place that dispatches. False when a listener cancelled it. */
export const emit = <N extends keyof Announcements>(target: EventTarget, name: N, detail: Announcements[N]): boolean =>
  target.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: CANCELABLE.has(name) }),
  );

type PortalEventMap = { readonly [N in keyof Announcements]: CustomEvent<Announcements[N]> };

declare global {
  /* eslint-disable @typescript-eslint/no-empty-object-type -- declaration merging is what gives listeners their types */
  interface HTMLElementEventMap extends PortalEventMap {}
  interface DocumentEventMap extends PortalEventMap {}
  interface WindowEventMap extends PortalEventMap {}
  /* eslint-enable @typescript-eslint/no-empty-object-type */
}
