import type { FieldOf } from '../contract/index.js';
import type { EventOf } from './request-events.js';
import type { Transitions } from './transitions.js';
import { noRequest, type Origin, type RequestState } from './request-state.js';
import { parked, withoutDraft } from './draft.js';
import { changesBetween, outlineOf } from './outline.js';
import { stepOf } from './pointers.js';
import { rowsOf, withKeys } from './rows.js';
import { firstStep } from './steps.js';

type RequestFlowEvents =
  'started' | 'refused' | 'submit' | 'submitted' | 'rejected' | 'config-changed' | 'more-loaded' | 'more-missing';

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

/** The way of a request through its steps, from its start to its receipt. */
export const requesting: Transitions<RequestFlowEvents> = {
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
      drafts: parked(state),
    };
  },
  refused: (state, { step }) => ({ ...state, refused: new Set([...state.refused, step]) }),
  submit: (state) => ({ ...state, activity: 'submit', failure: undefined, serverIssues: [] }),
  submitted: (state, { receipt }) => ({
    ...state,
    activity: undefined,
    failure: undefined,
    receipt,
    requests: undefined,
    drafts: withoutDraft(state.drafts, state.key),
    isWaiting: false,
    step: 'confirmation',
  }),
  rejected: (state, { issues }) => ({
    ...state,
    activity: undefined,
    serverIssues: issues,
    refused: new Set([...state.refused, ...issues.map((issue) => stepOf(issue.pointer))]),
  }),
  'config-changed': (state, { config }) => {
    const { requestType = '', config: before } = state;
    const isOffered = config.requestTypes.some((type) => type.id === requestType);
    const changes = before && changesBetween(outlineOf(before, requestType), outlineOf(config, requestType));
    const next: RequestState = { ...state, config, activity: undefined, failure: undefined, configChanged: true };
    return isOffered
      ? { ...next, changes, isWaiting: false }
      : { ...next, ...noRequest, step: firstStep(next), configChanged: true };
  },
  'more-loaded': (state) => ({ ...state, isMoreMissing: false }),
  'more-missing': (state) => ({ ...state, isMoreMissing: true }),
};
