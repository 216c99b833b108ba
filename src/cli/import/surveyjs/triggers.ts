import type { Clause, Comparison } from '../condition.js';
import { get, listOf, step, stringOf } from '../json.js';

const OPERATORS: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['equal', 'equal'],
  ['notequal', 'different'],
  ['empty', 'unanswered'],
  ['notempty', 'answered'],
  ['contains', 'has'],
  ['notcontains', 'lacks'],
  ['greater', 'above'],
  ['less', 'below'],
  ['greaterorequal', 'at-least'],
  ['lessorequal', 'at-most'],
]);

/** Whether a trigger is one of those that show questions or pages. */
export const isShowing = (trigger: unknown): boolean =>
  get(trigger, 'type') === 'visible' &&
  stringOf(get(trigger, 'name')) !== undefined &&
  OPERATORS.has(stringOf(get(trigger, 'operator')) ?? 'equal');

const clauseOf = (trigger: unknown, where: string): Clause => ({
  where,
  source: JSON.stringify(trigger),
  condition: {
    name: stringOf(get(trigger, 'name')) ?? '',
    is: OPERATORS.get(stringOf(get(trigger, 'operator')) ?? 'equal') ?? 'equal',
    value: get(trigger, 'value'),
  },
});

/** What the triggers of a survey show, by name, and when. */
export const shownByTriggers = (survey: unknown, where: string): ReadonlyMap<string, Clause> => {
  const found = new Map<string, Clause>();
  for (const [index, trigger] of listOf(get(survey, 'triggers')).entries()) {
    if (!isShowing(trigger)) continue;
    const clause = clauseOf(trigger, `${where}/triggers${step(index)}`);
    for (const name of [...listOf(get(trigger, 'questions')), ...listOf(get(trigger, 'pages'))]) {
      if (typeof name === 'string') found.set(name, clause);
    }
  }
  return found;
};
