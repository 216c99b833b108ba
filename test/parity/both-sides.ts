import type { Issue, PortalConfig, Submission } from 'portal-request-form/contract';
import { normaliseSubmission, parseConfig, validateRequest } from 'portal-request-form/rules';
import { reduce } from '../../src/state/reduce.js';
import type { EventName, EventOf } from '../../src/state/request-events.js';
import { initialState, type RequestState } from '../../src/state/request-state.js';
import { deriveView } from '../../src/state/request-view.js';
import { toSubmission } from '../../src/state/submission.js';
import type { Drawn } from './drawn.js';

/** The moment at which both sides look. */
export const NOW = new Date('2026-11-23T12:00:00Z');
const TIME_ZONE = 'Europe/Amsterdam';
const CUSTOMER = { id: 'c', name: 'Ann', email: 'ann@example.com' };

const after = (state: RequestState, ...events: readonly { [N in EventName]: EventOf<N> }[EventName][]): RequestState =>
  events.reduce((before, event) => reduce(before, event as EventOf<EventName>), state);

const withZone = (config: PortalConfig): PortalConfig => ({
  ...config,
  portal: { ...config.portal, timeZone: TIME_ZONE },
});

/** The widget once the customer has begun. */
export const begin = (config: PortalConfig, isGuest: boolean): RequestState =>
  after(
    initialState,
    {
      type: 'loaded',
      config: withZone(config),
      ...(isGuest ? {} : { customer: CUSTOMER }),
      signedInByHost: false,
      guest: isGuest,
    },
    { type: 'started', requestType: 'test', key: 'key', prefill: new Map() },
  );

/** The widget after everything that was typed, chosen and ticked. */
export const fillIn = ({ config, isGuest, answers, checklist, terms, contact }: Drawn): RequestState =>
  after(
    begin(config, isGuest),
    ...Object.entries(answers).map(([field, answer]) => ({ type: 'answered' as const, field, answer })),
    ...Object.entries(checklist).map(([item, entry]) => ({ type: 'checked' as const, item, entry })),
    ...Object.entries(terms).map(([term, version]) => ({ type: 'accepted' as const, term, version })),
    { type: 'contacted', contact },
  );

const sorted = (issues: readonly Issue[]): string[] => issues.map(({ pointer, code }) => `${pointer} ${code}`).sort();

/** What the widget finds wrong, as `pointer code`. */
export const widgetFinds = (state: RequestState): string[] => sorted(deriveView(state, NOW).issues);

/** The bytes that leave the widget. */
export const sentBy = (state: RequestState): string => {
  const { type, visible } = deriveView(state, NOW);
  if (!type || !state.config) throw new Error('No request was begun');
  return JSON.stringify(normaliseSubmission(state.config, toSubmission(state, type, visible, 'en')));
};

/** The server's own copy of a configuration, as it came over the network. */
export const serverCopy = (config: PortalConfig): PortalConfig => {
  const own = parseConfig(JSON.parse(JSON.stringify(config))).config;
  if (!own) throw new Error('A portal that the widget shows is one that the server knows');
  return own;
};

/** What a server finds wrong with those bytes, given its own copy of the configuration. */
export const serverFinds = (own: PortalConfig, bytes: string, signedIn: boolean): string[] => {
  const submission = normaliseSubmission(own, JSON.parse(bytes) as Submission);
  return sorted(validateRequest(own, submission.requestType, submission, { now: NOW, timeZone: TIME_ZONE, signedIn }));
};
