import { Failure } from '../api/failure.js';
import { createHttp } from '../api/http.js';
import { createPortalClient } from '../api/portal-client.js';
import { waitBefore } from '../api/retry.js';
import { createSessionStore } from '../api/session-store.js';
import type { EventName, EventOf } from '../state/request-events.js';
import { initialState, type Activity, type FailureNotice, type RequestState } from '../state/request-state.js';
import { reduceEntry } from '../state/reduce-entry.js';
import { viewWithoutRequest, type View } from '../state/view.js';
import { createActions, type Actions } from './actions.js';
import type { Core, Outside, RequestHost } from './core.js';
import { effectsOf, retryActivity } from './effects/index.js';
import { hostToken } from './effects/load.js';
import { createPresence } from './presence.js';
import type { RequestPart } from './request-part.js';

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
  const http = createHttp(endpoint, () => outside.token);
  const outside: Outside = {
    endpoint,
    http,
    portal: createPortalClient(http),
    sessions: createSessionStore(endpoint),
    uploads: new Map(),
    files: new Map(),
    sending: new Map(),
    thumbnails: new Map(),
    attempts: 0,
  };
  return outside;
};

/** Whether a failed submission will be tried again without being asked. */
const retriesByItself = (failure: Failure, during: Activity): boolean =>
  during === 'submit' && failure.retryable && failure.code !== 'chunk-missing';

const noticeOf = (core: Core, failure: Failure, during: Activity): FailureNotice => {
  const wait = () => Math.ceil(waitBefore(core.outside().attempts, failure.retryAfter, Math.random()));
  const retryAfter = retriesByItself(failure, during) ? wait() : failure.retryAfter;
  return { code: failure.code, during, retryable: failure.retryable, retryAfter };
};

/** The host page may have a new token for a session that ended; then what was under way goes on. */
const renewByHost = async (core: Core): Promise<boolean> => {
  const outside = core.outside();
  const token = core.state().signedInByHost ? await hostToken(core.host.settings) : undefined;
  if (token === undefined || token === outside.token) return false;
  outside.token = token;
  return true;
};

const fail = async (core: Core, failure: Failure, during: Activity): Promise<void> => {
  if (failure.code === 'session-expired' && (await renewByHost(core))) return retryActivity(core, during);
  const notice = noticeOf(core, failure, during);
  const isExpired = failure.code === 'session-expired' && core.state().customer !== undefined;
  if (isExpired && !core.state().expired) core.outside().left = core.host.focused();
  await core.send({ type: isExpired ? 'session-expired' : 'failed', failure: notice });
  const retrying = retriesByItself(failure, during);
  const errors = failure.issues.map(({ pointer, code }) => ({ pointer, code }));
  core.host.announce('portal-error', { code: failure.code, retrying, ...(errors.length ? { errors } : {}) });
  if (during !== 'load' && during !== 'requests') await core.host.focusOn('failure');
};

const loadRequestPart = (host: RequestHost): Promise<RequestPart> =>
  host.loadRequestPart().catch((error: unknown) => {
    throw new Failure('chunk-missing', { cause: error });
  });

const isWaitingForConnection = ({ failure }: RequestState): boolean =>
  failure?.during === 'submit' && failure.code === 'offline';

/** What happens while the element is on a page, and when it is taken away. */
const createStay = (core: Core, part: () => RequestPart | undefined) => {
  const goOnline = () => {
    if (isWaitingForConnection(core.state())) void core.send({ type: 'retry' });
    void part()?.online(core);
  };
  const keepNow = () => part()?.keepAtOnce(core);
  const arrive = () => void part()?.followLink(core);
  const presence = createPresence(goOnline, keepNow, arrive);
  const letGo = () => {
    keepNow();
    clearTimeout(core.outside().retryTimer);
    part()?.present(core, false);
  };
  return {
    letGo,
    pause: () => {
      presence.pause();
      letGo();
    },
    resume: () => {
      presence.resume();
      part()?.present(core, true);
    },
  };
};

/** Makes the controller of one element. */
export const createController = (host: RequestHost): RequestController => {
  let state: RequestState = initialState;
  let view: View | undefined; // worked out when somebody looks
  let [part, loading, outside]: [RequestPart?, Promise<RequestPart>?, Outside?] = [];

  const derive = (): View => part?.deriveView(state, new Date()) ?? viewWithoutRequest(state);

  const look = (): View => (view ??= derive());

  const loadPart = async (): Promise<RequestPart> => {
    try {
      part = await loadRequestPart(host);
    } finally {
      if (!part) loading = undefined;
    }
    view = undefined;
    return part;
  };

  const core: Core = {
    host,
    state: () => state,
    view: look,
    outside: () => (outside ??= createOutside(host)),
    send: async <N extends EventName>(event: EventOf<N>) => {
      const failed = state.failure?.during;
      state = (part?.reduce ?? reduceEntry)(state, event);
      view = undefined;
      host.changed();
      for (const effect of effectsOf(event.type, part?.effects)) await effect(core, event);
      if (event.type === 'retry') await retryActivity(core, failed);
    },
    part: () => (loading ??= loadPart()),
    fail: (failure, during) => fail(core, failure, during),
  };

  const stay = createStay(core, () => part);

  return {
    actions: createActions(core),
    state: () => state,
    view: look,
    load: () => {
      if (outside) stay.letGo();
      outside = undefined;
      state = initialState;
      return core.send({ type: 'load' });
    },
    pause: stay.pause,
    resume: stay.resume,
  };
};
