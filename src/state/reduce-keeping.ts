import type { ChecklistAnswer, PortalConfig, Submission } from '../contract/index.js';
import { currentTerms, parked, refused, withoutDraft } from './draft.js';
import { changesBetween, outlineOf } from './outline.js';
import { noRequest, type ItemEntry, type RequestState, type StoredDraft } from './request-state.js';
import type { Transitions } from './transitions.js';

type KeepingEvents =
  | 'drafts-found'
  | 'draft-saved'
  | 'draft-restored'
  | 'draft-discarded'
  | 'draft-settled'
  | 'draft-copied'
  | 'draft-conflict'
  | 'handed-over'
  | 'opened'
  | 'receipt-restored'
  | 'keeping-failed'
  | 'last-sent'
  | 'sharing-chosen'
  | 'sign-out-asked'
  | 'taken-over'
  | 'taken-back'
  | 'sending'
  | 'held'
  | 'earlier-arrived';

const changesSince = (config: PortalConfig | undefined, { outline, requestType, configVersion }: StoredDraft) =>
  config && outline && config.version !== configVersion
    ? changesBetween(outline, outlineOf(config, requestType))
    : undefined;

const restored = (state: RequestState, draft: StoredDraft) => ({
  ...noRequest,
  failure: undefined,
  requestType: draft.requestType,
  key: draft.key,
  answers: draft.answers,
  checklist: draft.checklist,
  terms: state.config ? currentTerms(state.config, draft) : noRequest.terms,
  contact: draft.contact,
  origins: draft.origins ?? noRequest.origins,
  reported: draft.reported,
  savedAt: draft.savedAt || undefined,
  isWaiting: draft.isWaiting ?? false,
  sent: draft.sent ?? [],
  copy: draft.copy,
  uploads: (draft.uploads ?? []).map((upload) => ({ ...upload, sent: 0 })),
});

const isSame = (one: Submission, other: Submission): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was given in a submission, as it is kept while it is being given. */
const givenIn = ({ answers, checklist, terms, guest }: Submission) => ({
  answers: new Map(Object.entries(answers)),
  checklist: new Map<string, ItemEntry>(Object.entries<ChecklistAnswer>(checklist)),
  terms: new Map(Object.entries(terms).map(([id, { version, accepted }]) => [id, accepted ? version : ''])),
  ...(guest ? { contact: guest } : {}),
});

/** What is kept of requests: drafts on this device, what waits to be sent, and whose turn it is. */
export const keeping: Transitions<KeepingEvents> = {
  'drafts-found': (state, { drafts }) => ({ ...state, drafts: withoutDraft(drafts, state.key) }),
  'draft-saved': (state, { savedAt }) => ({ ...state, savedAt, cannotKeep: false }),
  'draft-restored': (state, { draft }) => ({
    ...state,
    ...restored(state, draft),
    drafts: withoutDraft(parked(state), draft.key),
    configChanged: draft.configVersion !== state.config?.version,
    changes: changesSince(state.config, draft),
  }),
  'draft-copied': (state, { copy }) => ({ ...state, copy, conflict: undefined }),
  'draft-conflict': (state, { there }) => ({ ...state, conflict: there }),
  'handed-over': (state, { handover }) => ({ ...state, handover }),
  opened: (state, { opened }) => ({ ...state, opened }),
  'draft-discarded': (state, { key }) => ({ ...state, drafts: withoutDraft(state.drafts, key) }),
  'draft-settled': (state, { key, receipt }) => {
    const draft = state.drafts.find((one) => one.key === key);
    if (!draft) return state;
    const rest = withoutDraft(state.drafts, key);
    return receipt
      ? {
          ...state,
          drafts: rest,
          requests: undefined,
          delivered: [...state.delivered, { requestType: draft.requestType, reference: receipt.reference }],
        }
      : { ...state, drafts: [refused(draft), ...rest] };
  },
  'receipt-restored': (state, { draft, receipt }) => ({
    ...state,
    ...restored(state, draft),
    receipt,
    isWaiting: false,
    step: 'confirmation',
  }),
  'last-sent': (state, { delivery }) => ({
    ...state,
    delivered: [...state.delivered.filter(({ reference }) => reference !== delivery.reference), delivery],
  }),
  'keeping-failed': (state) => ({ ...state, cannotKeep: true }),
  'sharing-chosen': (state, { isShared }) => ({
    ...state,
    isShared,
    savedAt: undefined,
    drafts: isShared ? [] : state.drafts,
  }),
  'sign-out-asked': (state, { isAsked }) => ({ ...state, asksToSignOut: isAsked }),
  'taken-over': (state) => ({ ...state, isElsewhere: true }),
  'taken-back': (state) => ({ ...state, isElsewhere: false }),
  sending: (state, { submission }) => ({
    ...state,
    isWaiting: true,
    sent: [...state.sent.filter((one) => !isSame(one, submission)), submission],
  }),
  held: (state) => ({ ...state, isWaiting: false }),
  'earlier-arrived': (state, { submission, kept }) => ({
    ...state,
    ...givenIn(submission),
    isOutdated: true,
    drafts: [kept, ...state.drafts],
  }),
};
