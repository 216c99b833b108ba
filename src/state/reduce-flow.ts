import type { FieldOf } from '../contract/index.js';
import type { EventOf } from './request-events.js';
import type { Transitions } from './transitions.js';
import { noRequest, type Origin, type RequestState } from './request-state.js';
import { currentTerms, toDraft } from './draft.js';
import { stepOf } from './pointers.js';
import { rowsOf, withKeys } from './rows.js';
import { firstStep } from './steps.js';

type FlowEvents =
  | 'failed'
  | 'failure-dismissed'
  | 'retry'
  | 'started'
  | 'moved'
  | 'refused'
  | 'submit'
  | 'submitted'
  | 'rejected'
  | 'config-changed'
  | 'drafts-found'
  | 'draft-saved'
  | 'draft-restored'
  | 'draft-discarded'
  | 'keeping-failed'
  | 'more-loaded'
  | 'more-missing'
  | 'started-over';

/** A repeat begins with what is given, and with as many empty rows as it must have. */
const firstRows = ({ required, minRows = 1 }: FieldOf<'repeat'>, given: unknown) => {
  const rows = rowsOf(given);
  return withKeys(rows, required ? Math.max(0, minRows - rows.length) : 0);
};

/** Where the first answers come from; those of an earlier request win. */
const originsOf = ({ prefill, earlier }: EventOf<'started'>): ReadonlyMap<string, Origin> => {
  const origins = new Map<string, Origin>();
  for (const [id, answer] of prefill) origins.set(id, { answer });
  for (const [id, answer] of earlier?.answers ?? []) origins.set(id, { answer, reference: earlier?.reference });
  return origins;
};

const startingAnswers = (state: RequestState, id: string, origins: ReadonlyMap<string, Origin>) => {
  const type = state.config?.requestTypes.find((one) => one.id === id);
  const answers = new Map<string, unknown>();
  for (const field of type?.sections.flatMap((section) => section.fields) ?? []) {
    const origin = origins.get(field.id);
    const value = origin ? origin.answer : field.initial;
    if (value !== undefined && field.type !== 'note') answers.set(field.id, value);
    if (field.type === 'repeat') answers.set(field.id, firstRows(field, value));
  }
  return answers;
};

/** A request that makes way for another stays at hand as a draft. */
const parked = (state: RequestState) => {
  const draft = toDraft(state, state.savedAt ?? '');
  return draft ? [draft, ...withoutDraft(state, draft.requestType)] : state.drafts;
};

const withoutDraft = (state: RequestState, requestType: string) =>
  state.drafts.filter((draft) => draft.requestType !== requestType);

/** The way of a request through its steps, from its start to its receipt. */
export const flowing: Transitions<FlowEvents> = {
  failed: (state, { failure }) => ({
    ...state,
    activity: undefined,
    failure,
    step: failure.during === 'load' ? 'error' : state.step,
  }),
  'failure-dismissed': (state) => ({ ...state, failure: undefined }),
  retry: (state) => ({ ...state, failure: undefined }),
  started: (state, event) => {
    const { requestType, key } = event;
    const origins = originsOf(event);
    return {
      ...state,
      ...noRequest,
      contact: state.contact,
      failure: undefined,
      requestType,
      key,
      answers: startingAnswers(state, requestType, origins),
      origins,
      drafts: parked(state).filter((draft) => draft.requestType !== requestType),
    };
  },
  moved: (state, { step, returnTo }) => ({
    ...state,
    step,
    returnTo,
    failure: undefined,
    activity: state.activity === 'guest' ? undefined : state.activity,
  }),
  refused: (state, { step }) => ({ ...state, refused: new Set([...state.refused, step]) }),
  submit: (state) => ({ ...state, activity: 'submit', failure: undefined, serverIssues: [] }),
  submitted: (state, { receipt }) => ({
    ...state,
    activity: undefined,
    failure: undefined,
    receipt,
    requests: undefined,
    drafts: withoutDraft(state, state.requestType ?? ''),
    step: 'confirmation',
  }),
  rejected: (state, { issues }) => ({
    ...state,
    activity: undefined,
    serverIssues: issues,
    refused: new Set([...state.refused, ...issues.map((issue) => stepOf(issue.pointer))]),
  }),
  'config-changed': (state, { config }) => {
    const isOffered = config.requestTypes.some((type) => type.id === state.requestType);
    const next: RequestState = { ...state, config, activity: undefined, failure: undefined, configChanged: true };
    return isOffered ? next : { ...next, ...noRequest, step: firstStep(next), configChanged: true };
  },
  'drafts-found': (state, { drafts }) => ({ ...state, drafts }),
  'draft-saved': (state, { savedAt }) => ({ ...state, savedAt, cannotKeep: false }),
  'draft-restored': (state, { draft }) => ({
    ...state,
    ...noRequest,
    failure: undefined,
    requestType: draft.requestType,
    key: draft.key,
    answers: draft.answers,
    checklist: draft.checklist,
    terms: state.config ? currentTerms(state.config, draft) : new Map(),
    contact: draft.contact,
    origins: draft.origins ?? noRequest.origins,
    reported: draft.reported,
    savedAt: draft.savedAt || undefined,
    drafts: parked(state).filter((one) => one.requestType !== draft.requestType),
    configChanged: draft.configVersion !== state.config?.version,
  }),
  'draft-discarded': (state, { requestType }) => ({ ...state, drafts: withoutDraft(state, requestType) }),
  'keeping-failed': (state) => ({ ...state, cannotKeep: true }),
  'more-loaded': (state) => ({ ...state, isMoreMissing: false }),
  'more-missing': (state) => ({ ...state, isMoreMissing: true }),
  'started-over': (state) => ({ ...state, ...noRequest, failure: undefined }),
};
