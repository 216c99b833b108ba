import type { Step } from './request-state.js';

const STEP_OF: Record<string, Step> = { answers: 'details', checklist: 'checklist', terms: 'submit', guest: 'submit' };
const CONTROL_DEPTH: Record<string, number> = { checklist: 3 };

/** The step on which the answer at this pointer is given. */
export const stepOf = (pointer: string): Step => STEP_OF[pointer.split('/')[1] ?? ''] ?? 'submit';

/** The pointer of the control that shows an issue: `/answers/photos/0` is shown at `/answers/photos`. */
export const controlOf = (pointer: string): string => {
  const parts = pointer.split('/');
  return parts.slice(0, (CONTROL_DEPTH[parts[1] ?? ''] ?? 2) + 1).join('/');
};

/** The DOM id of the control at this pointer; unique within the shadow root. */
export const controlId = (pointer: string): string => pointer.slice(1).replaceAll('/', '-');
