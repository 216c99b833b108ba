import type { Customer, PortalConfig, Receipt, Submission } from '../contract/index.js';
import type { ElementStep } from '../state/request-state.js';

/** What the host page is told: the name of each DOM event and its `detail`. */
export interface Announcements {
  /** The configuration is loaded and the first step is shown. */
  'portal-ready': { portal: PortalConfig['portal']; locale: string };
  'portal-signed-in': { customer: Customer };
  'portal-signed-out': Record<string, never>;
  'portal-started': { requestType: string };
  /** Before a step is left; cancelable. */
  'portal-step-change': { from: ElementStep; to: ElementStep };
  /** `index` counts from 1, as in the step's heading. */
  'portal-step-changed': { step: ElementStep; previous: ElementStep; index: number; count: number };
  /** Which field was answered, never what. */
  'portal-answer-changed': { field: string };
  'portal-invalid': { step: ElementStep; errors: { pointer: string; code: string }[] };
  /** `savedAt` is RFC 3339. */
  'portal-draft-saved': { savedAt: string };
  'portal-draft-restored': { savedAt: string };
  'portal-draft-discarded': Record<string, never>;
  /** Before the request is sent; cancelable. */
  'portal-submit': { submission: Submission };
  /** The server has the request: its receipt. */
  'portal-submitted': { receipt: Receipt };
  /** What the office asked back was answered: the receipt of the request as it is now. */
  'portal-replied': { receipt: Receipt };
  /** The dialog that the form stands in was opened, or closed. */
  'portal-opened': Record<string, never>;
  'portal-closed': Record<string, never>;
  /** `retrying` when the widget tries again by itself; `errors` names what is wrong in a configuration. */
  'portal-error': { code: string; retrying: boolean; errors?: { pointer: string; code: string }[] };
}

/** Tells the host page; the answer is false when a listener cancelled it. */
export type Announce = <N extends keyof Announcements>(name: N, detail: Announcements[N]) => boolean;
