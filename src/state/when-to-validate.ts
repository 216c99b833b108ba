import type { Issue, RequestType } from '../contract/index.js';
import { controlOf } from './controls.js';
import { stepOf } from './pointers.js';
import { toKeyed } from './rows.js';
import type { RequestState, Step } from './request-state.js';

/**
 * The issues that people see, the first of each control: after they left the control, after "next" was refused on
 * its step or sending at the end, or when the server named it. Never while first typing.
 */
export const shownIssues = (
  state: RequestState,
  issues: readonly Issue[],
  type: RequestType | undefined,
): ReadonlyMap<string, Issue> => {
  const here = (issue: Issue): Issue => ({ ...issue, pointer: toKeyed(issue.pointer, state.answers, type) });
  const isDueOn = (step: Step): boolean => state.refused.has(step) || state.refused.has('submit');
  const shown = new Map<string, Issue>();
  for (const issue of issues.map(here)) {
    const control = controlOf(issue.pointer, type);
    const isDue = state.touched.has(control) || isDueOn(stepOf(issue.pointer));
    if (isDue && !shown.has(control)) shown.set(control, issue);
  }
  for (const issue of state.serverIssues.map(here)) {
    const control = controlOf(issue.pointer, type);
    if (!shown.has(control)) shown.set(control, issue);
  }
  return shown;
};
