import type { EventName, EventOf } from './request-events.js';
import type { RequestState } from './request-state.js';
import { answering } from './reduce-answers.js';
import { flowing } from './reduce-flow.js';
import { keeping } from './reduce-keeping.js';
import { requesting } from './reduce-request.js';
import { identifying } from './reduce-session.js';
import type { Transition, Transitions } from './transitions.js';

const transitions: Transitions<EventName> = { ...identifying, ...flowing, ...requesting, ...keeping, ...answering };

/** Makes the next state. Pure: the same state and event always give the same result. */
export const reduce = <N extends EventName>(state: RequestState, event: EventOf<N>): RequestState =>
  (transitions[event.type] as Transition<N>)(state, event);
