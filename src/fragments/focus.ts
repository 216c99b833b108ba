import type { FocusTarget } from '../controller/core.js';
import { controlId } from '../state/pointers.js';
import { FAILURE_ID, HEADING_ID, QUESTION_ID, SUMMARY_ID } from './ids.js';

const TARGET_IDS = { heading: HEADING_ID, summary: SUMMARY_ID, failure: FAILURE_ID, question: QUESTION_ID } as const;

/** Focuses what is asked for, or the heading of the step where that is not shown. */
export const focusIn = (root: ParentNode, target: FocusTarget): void => {
  const id = typeof target === 'object' ? controlId(target.pointer) : TARGET_IDS[target];
  const found = root.querySelector<HTMLElement>(`#${id}`) ?? root.querySelector<HTMLElement>(`#${HEADING_ID}`);
  found?.focus();
};
