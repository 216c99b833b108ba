import { KIND_ANSWERS, type ChecklistAnswer, type ChecklistItem, type Issue } from '../contract/index.js';
import { lines } from './normalise.js';
import { issueAt } from './shape.js';

/** What an answer to a visible item still lacks; `stopped` when it says that the customer must not go on. */
export const itemIssues = (item: ChecklistItem, given: Partial<ChecklistAnswer> | undefined): Issue[] => {
  const on = (part: 'answer' | 'note' | 'photos', code: string): Issue => issueAt(code, 'checklist', item.id, part);
  if (!given?.answer) return item.required ? [on('answer', 'required')] : [];
  const { answer, note, photos } = given;
  if (!KIND_ANSWERS[item.kind].includes(answer)) return [on('answer', 'option')];
  const asks = (list: readonly string[] | undefined): boolean => list?.includes(answer) ?? false;
  const found: Issue[] = [];
  if (item.stopWhen === answer) found.push(on('answer', 'stopped'));
  if (asks(item.noteWhen) && !lines(note ?? '')) found.push(on('note', 'required'));
  if (asks(item.photoWhen) && !photos?.length) found.push(on('photos', 'required'));
  return found;
};
