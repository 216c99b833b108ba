import type { Issue, RequestType } from '../contract/index.js';
import { normaliseSubmission, validateRequest, visibility, type Visibility } from '../rules/index.js';
import { listSteps } from './steps.js';
import { givenItems, toSubmission } from './submission.js';
import { shownIssues } from './when-to-validate.js';
import type { RequestState, Step } from './request-state.js';

/** What follows from the state: nothing here is stored. */
export interface View {
  readonly type?: RequestType;
  readonly visible: Visibility;
  /** Every issue that the request has now, shown or not. */
  readonly issues: readonly Issue[];
  /** The issues people see, by the pointer of their control. */
  readonly shown: ReadonlyMap<string, Issue>;
  readonly steps: readonly Step[];
}

const nothing: Visibility = { fields: new Set(), items: new Set() };

const uploadIssues = (state: RequestState): Issue[] =>
  state.step === 'submit'
    ? state.uploads.filter((one) => !one.failure).map(({ pointer }) => ({ pointer, code: 'uploading' }))
    : [];

const requestIssues = (state: RequestState, type: RequestType, visible: Visibility, now: Date): Issue[] => {
  if (!state.config || state.receipt) return [];
  const timeZone = state.config.portal.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const submission = normaliseSubmission(state.config, toSubmission(state, type, visible, state.config.portal.locale));
  const context = { now, timeZone, signedIn: state.customer !== undefined };
  return [
    ...validateRequest(state.config, type.id, submission, context),
    ...uploadIssues(state),
  ];
};

/** Works out what follows from a state at this moment. */
export const deriveView = (state: RequestState, now: Date): View => {
  const type = state.config?.requestTypes.find((one) => one.id === state.requestType);
  const visible = type ? visibility(type, state.answers, givenItems(state)) : nothing;
  const issues = type ? requestIssues(state, type, visible, now) : [];
  return { type, visible, issues, shown: shownIssues(state, issues), steps: listSteps(state, visible) };
};
