import type { Text } from '../contract/index.js';

/** What was added to an open request instead of sending one; `at` is RFC 3339. */
export interface Addition {
  readonly reference: string;
  readonly at: string;
  readonly text: string;
}

/** What a new version of the settings asks that the former did not, and the other way round. */
export interface Changes {
  readonly added: readonly Text[];
  readonly gone: readonly Text[];
  readonly terms: readonly Text[];
}

/** A request that was sent by itself, outside the one that is shown. */
export interface Delivery {
  readonly requestType: string;
  readonly reference: string;
}

/** One of the customer's own requests, or, `byLink`, one that a link in a mail leads to. */
export interface OpenedRequest {
  readonly id: string;
  readonly byLink?: boolean;
}
