import type { Transitions } from './transitions.js';
import { noRequest } from './request-state.js';

type FlowEvents = 'failed' | 'failure-dismissed' | 'retry' | 'moved' | 'started-over';

/** What can happen to the screen before there is a request, too. */
export const flowing: Transitions<FlowEvents> = {
  failed: (state, { failure }) => ({
    ...state,
    activity: undefined,
    failure,
    step: failure.during === 'load' ? 'error' : state.step,
  }),
  'failure-dismissed': (state) => ({ ...state, failure: undefined }),
  retry: (state) => ({ ...state, failure: undefined }),
  moved: (state, { step, returnTo }) => ({
    ...state,
    step,
    returnTo,
    failure: undefined,
    activity: state.activity === 'guest' ? undefined : state.activity,
  }),
  'started-over': (state) => ({ ...state, ...noRequest, failure: undefined }),
};
