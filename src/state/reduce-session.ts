import type { Transitions } from './transitions.js';
import { noRequest, type RequestState } from './request-state.js';
import { firstStep } from './steps.js';

type SessionEvents =
  | 'load'
  | 'loaded'
  | 'config-checked'
  | 'deep-linked'
  | 'sign-in'
  | 'sign-in-refused'
  | 'signed-in'
  | 'code-sent'
  | 'code-forgotten'
  | 'reset'
  | 'reset-sent'
  | 'guest-chosen'
  | 'sign-out'
  | 'signed-out'
  | 'session-expired'
  | 'requests-wanted'
  | 'requests-loaded';

const settled = { activity: undefined, failure: undefined, signInRefusal: undefined } as const;

/** What only the customer it is about may read. */
const untold = { delivered: [], asksToSignOut: false, opened: undefined } as const;

/** Somebody else signed in on this device: nothing of the first customer may show. */
const forgetsRequest = (state: RequestState, customerId: string): boolean =>
  state.customer !== undefined && state.customer.id !== customerId;

/** Who the customer is, and what the portal offers them. */
export const identifying: Transitions<SessionEvents> = {
  load: (state) => ({ ...state, step: 'loading', activity: 'load', failure: undefined }),
  loaded: (state, { config, customer, signedInByHost, guest, deepLink, codeSentTo }) => {
    const known = { ...state, ...settled, config, customer, signedInByHost, guest, deepLink, codeSentTo };
    return customer || guest ? known : { ...known, step: firstStep(known) }; // what was under way is found first
  },
  'config-checked': (state, { config }) => ({ ...state, config }),
  'deep-linked': (state, { requestType }) => ({ ...state, deepLink: requestType }),
  'sign-in': (state, { credentials }) => ({
    ...state,
    failure: state.expired ? state.failure : undefined,
    signInRefusal: undefined,
    activity: credentials.method === 'code' && !credentials.code ? 'code' : 'sign-in',
  }),
  'sign-in-refused': (state, { code }) => ({ ...state, activity: undefined, signInRefusal: code }),
  'signed-in': (state, { customer, config }) => ({
    ...state,
    ...settled,
    ...(forgetsRequest(state, customer.id) ? { ...noRequest, ...untold, step: 'start' } : {}),
    customer,
    config,
    guest: false,
    expired: false,
    codeSentTo: undefined,
    requests: undefined,
    drafts: [],
    touched: new Set(),
  }),
  'code-sent': (state, { email }) => ({ ...state, ...settled, codeSentTo: email }),
  'code-forgotten': (state) => ({ ...state, ...settled, codeSentTo: undefined }),
  reset: (state) => ({ ...state, ...settled, activity: 'reset' }),
  'reset-sent': (state, { email }) => ({ ...state, ...settled, resetSentTo: email }),
  'guest-chosen': (state) => ({
    ...state,
    ...settled,
    activity: 'guest',
    guest: true,
    codeSentTo: undefined,
    resetSentTo: undefined,
  }),
  'sign-out': (state) => ({ ...state, activity: 'sign-out', failure: undefined }),
  'signed-out': (state) => {
    const unknown = {
      ...state,
      ...noRequest,
      ...settled,
      ...untold,
      customer: undefined,
      signedInByHost: false,
      guest: false,
      expired: false,
      codeSentTo: undefined,
      resetSentTo: undefined,
      requests: undefined,
      drafts: [],
    };
    return { ...unknown, step: firstStep(unknown) };
  },
  'session-expired': (state, { failure }) => ({ ...state, activity: undefined, expired: true, failure }),
  'requests-wanted': (state) => ({ ...state, activity: 'requests', failure: undefined }),
  'requests-loaded': (state, { list, append }) => ({
    ...state,
    activity: state.activity === 'requests' ? undefined : state.activity,
    requests: append ? { ...list, items: [...(state.requests?.items ?? []), ...list.items] } : list,
  }),
};
