import type { EventName, EventOf } from './request-events.js';
import type { RequestState } from './request-state.js';

/** A transition: the state before, what happened, the state after. */
export type Transition<N extends EventName> = (state: RequestState, event: EventOf<N>) => RequestState;
export type Transitions<N extends EventName> = { readonly [K in N]: Transition<K> };
