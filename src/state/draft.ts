import type { PortalConfig } from '../contract/index.js';
import { STEPS, type RequestState, type Step, type StoredDraft } from './request-state.js';

/** How long a change may wait before it is kept on the device, in milliseconds. */
export const KEEP_AFTER = 400;

const isStep = (step: string): step is Step => (STEPS as readonly string[]).includes(step);

/** The draft of the request that is under way, or nothing when there is none. */
export const toDraft = (state: RequestState, savedAt: string): StoredDraft | undefined =>
  state.config && state.requestType && state.key && !state.receipt && isStep(state.step)
    ? {
        format: 1,
        requestType: state.requestType,
        configVersion: state.config.version,
        step: state.step,
        key: state.key,
        answers: state.answers,
        checklist: state.checklist,
        terms: state.terms,
        contact: state.contact,
        origins: state.origins,
        reported: state.reported,
        savedAt,
      }
    : undefined;

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
