import type { ChecklistAnswer, Field, FieldOf, RequestType } from '../contract/index.js';
import { isAnswered, isRecord } from './answered.js';
import { evaluate, isTruthy, type Lookup } from './conditions.js';
import { normaliseAnswer } from './normalise.js';
import { ITEM_PREFIX, planOf, rowPlanOf, subjectOf, type Plan } from './order.js';

/** Field id -> the answer as it was given. */
export type Answers = ReadonlyMap<string, unknown>;
export type ChecklistAnswers = ReadonlyMap<string, Pick<ChecklistAnswer, 'answer'>>;

/** The ids of the fields and of the checklist items that are shown, in the order of the configuration. */
export interface Visibility {
  readonly fields: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

/** A part of an answer, such as the city of an address; no part means all of it. */
const partOf = (answer: unknown, part: string): unknown => {
  if (part === '') return answer;
  return isRecord(answer) && Object.hasOwn(answer, part) ? answer[part] : null;
};

const lookupIn =
  (plan: Plan, visible: Visibility, answers: Answers, checklist: ChecklistAnswers | undefined): Lookup =>
  (name) => {
    if (name.startsWith(ITEM_PREFIX)) {
      const id = name.slice(ITEM_PREFIX.length);
      return visible.items.has(id) ? (checklist?.get(id)?.answer ?? null) : null;
    }
    const id = subjectOf(name);
    const field = visible.fields.has(id) ? plan.fields.get(id) : undefined;
    const answer = field && normaliseAnswer(field, answers.get(id));
    return isAnswered(answer) ? partOf(answer, name.slice(id.length + 1)) : null;
  };

/** What a plan shows; `lookupFor` reads the answers of what is still visible when it is asked. */
const settled = (plan: Plan, lookupFor: (visible: Visibility) => Lookup): Visibility => {
  if (plan.conditional.length === 0) return { fields: plan.fieldIds, items: plan.itemIds };
  const fields = new Set(plan.fieldIds);
  const items = new Set(plan.itemIds);
  const lookup = lookupFor({ fields, items });
  for (const { name, rule } of plan.conditional) {
    if (isTruthy(evaluate(rule, lookup))) continue;
    if (name.startsWith(ITEM_PREFIX)) items.delete(name.slice(ITEM_PREFIX.length));
    else fields.delete(name);
  }
  return { fields, items };
};

/**
 * What is shown with these answers. An answer to something hidden counts as absent for the rules of others, and so
 * does an empty one. Rules are settled in one pass, in dependency order.
 */
export const visibility = (requestType: RequestType, answers: Answers, checklist?: ChecklistAnswers): Visibility => {
  const plan = planOf(requestType);
  return settled(plan, (visible) => lookupIn(plan, visible, answers, checklist));
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

/** One row of a repeat: the ids of the fields it shows, and what rules see inside it. */
export interface Row {
  readonly visible: ReadonlySet<string>;
  readonly lookup: Lookup;
}

/** Settles one row; its rules see the row's own fields first, and the request's by `outer`. */
export const rowOf = (field: FieldOf<'repeat'>, row: Readonly<Record<string, unknown>>, outer: Lookup): Row => {
  const plan = rowPlanOf(field);
  const answers = new Map(Object.entries(row));
  const within = (visible: Visibility): Lookup => {
    const own = lookupIn(plan, visible, answers, undefined);
    return (name) => (plan.fields.has(subjectOf(name)) ? own(name) : outer(name));
  };
  const visible = settled(plan, within);
  return { visible: visible.fields, lookup: within(visible) };
};
