import type { RequestType } from '../contract/index.js';
import type { Visibility } from '../rules/index.js';
import { STEPS, type RequestState, type Step } from './request-state.js';

type Applies = (state: RequestState, type: RequestType | undefined, visible: Visibility) => boolean;

const types = (state: RequestState): readonly RequestType[] => state.config?.requestTypes ?? [];

/** When each step applies; a step that does not is not shown. */
const applies: Record<Step, Applies> = {
  'sign-in': (state) => !state.signedInByHost && (state.config?.access.signIn.length ?? 0) > 0,
  start: (state) => state.deepLink === undefined && state.handover !== 'open',
  details: (_state, type) => !type || type.sections.some((section) => section.fields.length > 0),
  checklist: (state, type, visible) =>
    type ? visible.items.size > 0 : types(state).some((one) => one.checklist.length > 0),
  submit: () => true,
  confirmation: () => true,
};

/** The steps of this request, in order. */
export const listSteps = (state: RequestState, visible: Visibility): Step[] => {
  const type = types(state).find((one) => one.id === state.requestType);
  return STEPS.filter((step) => applies[step](state, type, visible));
};

/** The step where a customer who is known (or a guest) begins. */
export const firstStep = (state: RequestState): Step => {
  const isKnown = state.customer !== undefined || state.guest;
  if (!isKnown && applies['sign-in'](state, undefined, { fields: new Set(), items: new Set() })) return 'sign-in';
  return 'start';
};
