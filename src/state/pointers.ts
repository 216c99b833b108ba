import type { Step } from './request-state.js';

const STEP_OF: Record<string, Step> = { answers: 'details', checklist: 'checklist', terms: 'submit', guest: 'submit' };

/** The step on which the answer at this pointer is given. */
export const stepOf = (pointer: string): Step => STEP_OF[pointer.split('/')[1] ?? ''] ?? 'submit';

/** The DOM id of the control at this pointer; unique within the shadow root. */
export const controlId = (pointer: string): string => pointer.slice(1).replaceAll('/', '-');
