import { DRAFT_DAYS, type PortalConfig } from '../contract/index.js';
import { outlineOf } from './outline.js';
import { STEPS, type RequestState, type Step, type StoredDraft } from './request-state.js';
import { toStoredUploads } from './uploads.js';

/** How long a change may wait before it is kept on the device, in milliseconds. */
export const KEEP_AFTER = 400;

const isStep = (step: string): step is Step => (STEPS as readonly string[]).includes(step);

/** The draft of the request that is under way, or nothing when there is none. */
export const toDraft = (state: RequestState, savedAt: string, visit?: string): StoredDraft | undefined => {
  const { config, requestType, key, step, answers, checklist, terms, contact, origins, reported } = state;
  if (!config || !requestType || !key || state.receipt || !isStep(step)) return undefined;
  const uploads = toStoredUploads(state.uploads);
  return {
    format: 1,
    ...{ requestType, configVersion: config.version, step, key, savedAt, visit },
    ...{ answers, checklist, terms, contact, origins, reported },
    ...{ isWaiting: state.isWaiting, sent: state.sent, copy: state.copy, outline: outlineOf(config, requestType) },
    ...(uploads.length > 0 ? { uploads } : {}),
  };
};

const DAY = 86_400_000;

/** Whether a draft is older than the portal keeps one (`draftDays`, else 30 days). */
export const isTooOld = ({ portal }: PortalConfig, draft: StoredDraft, now: Date): boolean =>
  now.getTime() - Date.parse(draft.savedAt) > (portal.draftDays ?? DRAFT_DAYS) * DAY;

/** How long a receipt is shown again when the page is, in milliseconds. */
const RECEIPT_TIME = 1_800_000;

export const isRecent = (at: number, now: Date): boolean => now.getTime() - at < RECEIPT_TIME;

/** Whether something read from the device is a draft that this portal can go on with. */
export const isDraftFor = (config: PortalConfig, draft: StoredDraft): boolean =>
  (draft.format as number) === 1 &&
  draft.answers instanceof Map &&
  draft.checklist instanceof Map &&
  draft.terms instanceof Map &&
  isStep(draft.step) &&
  config.requestTypes.some((type) => type.id === draft.requestType);

/** What was said of the terms that still stands: the version shown then is the version now. */
export const currentTerms = (config: PortalConfig, draft: StoredDraft): ReadonlyMap<string, string> => {
  const terms = config.requestTypes.find((type) => type.id === draft.requestType)?.terms ?? [];
  const stands = (id: string, version: string): boolean =>
    version === '' || terms.some((term) => term.id === id && term.version === version);
  return new Map([...draft.terms].filter(([id, version]) => stands(id, version)));
};

export const withoutDraft = (drafts: readonly StoredDraft[], key: string | undefined): readonly StoredDraft[] =>
  drafts.filter((draft) => draft.key !== key);

/** A request that makes way for another stays at hand as a draft. */
export const parked = (state: RequestState): readonly StoredDraft[] => {
  const draft = toDraft(state, state.savedAt ?? '');
  return draft ? [draft, ...withoutDraft(state.drafts, draft.key)] : state.drafts;
};

/** What waited to be sent and was refused: the customer has to look at it again. */
export const refused = (draft: StoredDraft): StoredDraft => ({ ...draft, isWaiting: false, isRefused: true });
