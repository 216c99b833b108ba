import type { ChecklistAnswer, RequestType } from '../contract/index.js';
import { itemIssues } from './validate-item.js';
import type { Visibility } from './visible.js';

/** The ids of the visible required items of the checklist that have no complete answer yet, in order. */
export const openItems = (
  requestType: RequestType,
  visible: Visibility,
  checklist: ReadonlyMap<string, Partial<ChecklistAnswer>>,
): string[] =>
  requestType.checklist
    .filter((item) => item.required && visible.items.has(item.id))
    .filter((item) => itemIssues(item, checklist.get(item.id)).some(({ code }) => code !== 'stopped'))
    .map(({ id }) => id);
