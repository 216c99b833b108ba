import type { ChecklistAnswer, Field, RequestType } from '../contract/index.js';
import { isAnswered } from './answered.js';
import { evaluate, isTruthy, type Lookup } from './conditions.js';
import { normaliseAnswer } from './normalise.js';
import { ITEM_PREFIX, planOf, type Plan } from './order.js';

/** Field id -> the answer as it was given. */
export type Answers = ReadonlyMap<string, unknown>;
export type ChecklistAnswers = ReadonlyMap<string, Pick<ChecklistAnswer, 'answer'>>;

/** The ids of the fields and of the checklist items that are shown, in the order of the configuration. */
export interface Visibility {
  readonly fields: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

const lookupIn =
  (plan: Plan, visible: Visibility, answers: Answers, checklist: ChecklistAnswers | undefined): Lookup =>
  (name) => {
    if (name.startsWith(ITEM_PREFIX)) {
      const id = name.slice(ITEM_PREFIX.length);
      return visible.items.has(id) ? (checklist?.get(id)?.answer ?? null) : null;
    }
    const field = visible.fields.has(name) ? plan.fields.get(name) : undefined;
    const answer = field && normaliseAnswer(field, answers.get(name));
    return isAnswered(answer) ? answer : null;
  };

/**
 * What is shown with these answers. An answer to something hidden counts as absent for the rules of others, and so
 * does an empty one. Rules are settled in one pass, in dependency order.
 */
export const visibility = (requestType: RequestType, answers: Answers, checklist?: ChecklistAnswers): Visibility => {
  const plan = planOf(requestType);
  if (plan.conditional.length === 0) return { fields: plan.fieldIds, items: plan.itemIds };
  const fields = new Set(plan.fieldIds);
  const items = new Set(plan.itemIds);
  const lookup = lookupIn(plan, { fields, items }, answers, checklist);
  for (const { name, rule } of plan.conditional) {
    if (isTruthy(evaluate(rule, lookup))) continue;
    if (name.startsWith(ITEM_PREFIX)) items.delete(name.slice(ITEM_PREFIX.length));
    else fields.delete(name);
  }
  return { fields, items };
};

/** The variables that rules see once visibility is settled; for `isRequired`. */
export const lookupVisible = (
  requestType: RequestType,
  visible: Visibility,
  answers: Answers,
  checklist?: ChecklistAnswers,
): Lookup => lookupIn(planOf(requestType), visible, answers, checklist);

/** Whether a visible field has to be answered. */
export const isRequired = (field: Field, lookup: Lookup): boolean =>
  field.required === true || (field.requiredWhen !== undefined && isTruthy(evaluate(field.requiredWhen, lookup)));
