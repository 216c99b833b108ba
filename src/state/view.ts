import type { Issue, RequestType, Submission } from '../contract/index.js';
import type { Visibility } from '../rules/index.js';
import { listSteps } from './steps.js';
import type { RequestState, Step } from './request-state.js';

/** What follows from the state: nothing here is stored. */
export interface View {
  readonly type?: RequestType;
  readonly visible: Visibility;
  /** What would be sent now, in its canonical form. */
  readonly submission?: Submission;
  /** Every issue that the request has now, shown or not. */
  readonly issues: readonly Issue[];
  /** The issues people see, by the pointer of their control. */
  readonly shown: ReadonlyMap<string, Issue>;
  readonly steps: readonly Step[];
  /** How many items of the checklist have to be done, and the ids of those that are still open. */
  readonly checklist?: { readonly count: number; readonly open: readonly string[] };
}

export const nothingVisible: Visibility = { fields: new Set(), items: new Set() };

/** What follows from a state without a request: the steps there will be. */
export const viewWithoutRequest = (state: RequestState): View => ({
  visible: nothingVisible,
  issues: [],
  shown: new Map(),
  steps: listSteps(state, nothingVisible),
});

/** The answer to a field as it would be sent; ids come from outside, so only own properties count. */
export const sentAnswer = ({ submission }: View, id: string): unknown =>
  submission && Object.hasOwn(submission.answers, id) ? submission.answers[id] : undefined;
