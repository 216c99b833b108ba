import { createClient } from '../api/client.js';
import { createDraftStore } from '../api/draft-store.js';
import type { Failure } from '../api/failure.js';
import { createSessionStore } from '../api/session-store.js';
import type { EventName, EventOf } from '../state/request-events.js';
import { initialState, type Activity, type FailureNotice, type RequestState } from '../state/request-state.js';
import { reduce } from '../state/reduce.js';
import { deriveView, type View } from '../state/view.js';
import { createActions, type Actions } from './actions.js';
import type { Core, Effect, Outside, RequestHost } from './core.js';
import { effectsOf, retryActivity } from './effects/index.js';
import { keep } from './effects/draft.js';
import { nextTry, retriesByItself } from './effects/submit.js';

/** Holds the state of one element and moves it on. */
export interface RequestController {
  readonly actions: Actions;
  state(): RequestState;
  view(): View;
  /** Forgets everything and loads the portal of the present endpoint. */
  load(): Promise<void>;
  /** The element is taken away: keeps the draft and lets go of timers and listeners; `resume` takes them up again. */
  pause(): void;
  resume(): void;
}

const createOutside = (host: RequestHost): Outside => {
  const endpoint = host.endpointUrl();
  const outside: Outside = {
    endpoint,
    client: createClient(endpoint, () => outside.token),
    sessions: createSessionStore(endpoint),
    drafts: createDraftStore(endpoint),
    uploads: new Map(),
    attempts: 0,
  };
  return outside;
};

const noticeOf = (core: Core, failure: Failure, during: Activity): FailureNotice => {
  const retries = during === 'submit' && retriesByItself(failure);
  const retryAfter = retries ? nextTry(core, failure) : failure.retryAfter;
  return { code: failure.code, during, retryable: failure.retryable, retryAfter };
};

const fail = async (core: Core, failure: Failure, during: Activity): Promise<void> => {
  const notice = noticeOf(core, failure, during);
  const isExpired = failure.code === 'session-expired' && core.state().customer !== undefined;
  await core.send({ type: isExpired ? 'session-expired' : 'failed', failure: notice });
  const retrying = during === 'submit' && retriesByItself(failure);
  const errors = failure.issues.map(({ pointer, code }) => ({ pointer, code }));
  core.host.announce('portal-error', { code: failure.code, retrying, ...(errors.length ? { errors } : {}) });
  if (during !== 'load' && during !== 'requests') await core.host.focusOn('failure');
};

/** Makes the controller of one element. */
export const createController = (host: RequestHost): RequestController => {
  let state: RequestState = initialState;
  let view: View = deriveView(state, new Date());
  let outside: Outside | undefined;

  const core: Core = {
    host,
    state: () => state,
    view: () => view,
    outside: () => (outside ??= createOutside(host)),
    send: async <N extends EventName>(event: EventOf<N>) => {
      const failed = state.failure?.during;
      state = reduce(state, event);
      view = deriveView(state, new Date());
      host.changed();
      for (const effect of effectsOf(event.type)) await (effect as Effect<N>)(core, event);
      if (event.type === 'retry') await retryActivity(core, failed);
    },
    fail: (failure, during) => fail(core, failure, during),
  };

  const goOnline = () => {
    if (state.failure?.during === 'submit' && state.failure.code === 'offline') void core.send({ type: 'retry' });
  };
  const keepNow = () => {
    if (outside?.keepTimer !== undefined) void keep(core);
  };

  return {
    actions: createActions(core),
    state: () => state,
    view: () => view,
    load: () => {
      keepNow();
      clearTimeout(outside?.retryTimer);
      outside = undefined;
      state = initialState;
      return core.send({ type: 'load' });
    },
    pause: () => {
      removeEventListener('online', goOnline);
      removeEventListener('pagehide', keepNow);
      document.removeEventListener('visibilitychange', keepNow);
      clearTimeout(outside?.retryTimer);
      keepNow();
    },
    resume: () => {
      addEventListener('online', goOnline);
      addEventListener('pagehide', keepNow);
      document.addEventListener('visibilitychange', keepNow);
    },
  };
};
