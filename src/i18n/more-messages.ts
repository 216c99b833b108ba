import type { Plural } from './messages.js';

/** What the sentences of the more part are about. */
type Subject =
  | 'signature'
  | 'appointment'
  | 'address'
  | 'lookup'
  | 'repeat'
  | 'terms'
  | 'earlier'
  | 'reported'
  | 'prefill'
  | 'conflict'
  | 'handover'
  | 'request';

/** The sentences of the fields that few requests have: they are loaded with those fields. */
export type MoreMessages = { readonly [key in `${Subject}.${string}`]: string | Plural };
