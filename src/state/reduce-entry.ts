import type { EventName, EventOf } from './request-events.js';
import type { RequestState } from './request-state.js';
import { flowing } from './reduce-flow.js';
import { identifying } from './reduce-session.js';
import type { Transitions } from './transitions.js';

const transitions: Partial<Transitions<EventName>> = { ...identifying, ...flowing };

/** Makes the next state as long as there is nothing to answer yet; the request part brings `reduce` for all events. */
export const reduceEntry = <N extends EventName>(state: RequestState, event: EventOf<N>): RequestState =>
  transitions[event.type]?.(state, event) ?? state;
