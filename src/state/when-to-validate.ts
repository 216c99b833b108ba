import type { Issue } from '../contract/index.js';
import { controlOf, stepOf } from './pointers.js';
import type { RequestState } from './request-state.js';

/**
 * The issues that people see, the first of each control: after they left the control, after "next" was refused on
 * its step, or when the server named it. Never while first typing.
 */
export const shownIssues = (state: RequestState, issues: readonly Issue[]): ReadonlyMap<string, Issue> => {
  const shown = new Map<string, Issue>();
  for (const issue of issues) {
    const control = controlOf(issue.pointer);
    const isDue = state.touched.has(control) || state.refused.has(stepOf(issue.pointer));
    if (isDue && !shown.has(control)) shown.set(control, issue);
  }
  for (const issue of state.serverIssues) {
    const control = controlOf(issue.pointer);
    if (!shown.has(control)) shown.set(control, issue);
  }
  return shown;
};
