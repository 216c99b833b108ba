import type { FieldType, Rule } from '../../contract/index.js';
import type { Comparison, Condition } from './condition.js';
import { listOf, numberOf, wordOf } from './json.js';
import type { Target } from './names.js';
import type { Reason } from './reasons.js';

/** The rule that says the same as a condition, or why there is none. */
export type Translation = { readonly rule: Rule } | { readonly reason: Reason };

type Compare = (target: Target, value: unknown) => Translation;

const no = (reason: Reason): Translation => ({ reason });
const yes = (rule: Rule): Translation => ({ rule });
const answerOf = ({ id }: Target): Rule => ({ var: id });
const isAnswered = (target: Target): Rule => ({ '!=': [answerOf(target), null] });
const negated = (made: Translation): Translation => ('rule' in made ? yes({ '!': [made.rule] }) : made);
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What the answers of a field are, to compare with. */
type Kind = 'choice' | 'choices' | 'flag' | 'number' | 'text' | 'whole';

const KINDS: Readonly<Record<FieldType, Kind>> = {
  text: 'text',
  textarea: 'text',
  email: 'text',
  tel: 'text',
  url: 'text',
  number: 'number',
  date: 'text',
  time: 'text',
  select: 'choice',
  radio: 'choice',
  checkboxes: 'choices',
  checkbox: 'flag',
  file: 'whole',
  signature: 'whole',
  appointment: 'whole',
  address: 'whole',
  lookup: 'whole',
  repeat: 'whole',
  note: 'whole',
};
const kindOf = (target: Target): Kind => KINDS[target.draft.type];

const optionOf = (target: Target, value: unknown): string | undefined => target.optionIds.get(wordOf(value) ?? '');

const asText = (target: Target, value: unknown): Translation => {
  const word = wordOf(value);
  if (word === undefined) return no('condition-kind');
  const day = target.draft.type === 'date' ? /^\d{4}-\d{2}-\d{2}/.exec(word)?.[0] : word;
  return day === undefined ? no('condition-kind') : yes(day);
};

const asNumber = (value: unknown): Translation => {
  const number = numberOf(value);
  return number === undefined ? no('condition-kind') : yes(number);
};

const against = (target: Target, made: Translation, make: (value: Rule) => Rule): Translation =>
  'rule' in made ? yes(make(made.rule)) : made;

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['yes', true],
  [1, true],
  ['1', true],
  [false, false],
  ['false', false],
  ['no', false],
  [0, false],
  ['0', false],
]);

const flag: Compare = (target, value) => {
  const wanted = FLAGS.get(typeof value === 'string' ? value.toLowerCase() : value);
  if (wanted === undefined) return no('condition-kind');
  return yes(wanted ? answerOf(target) : { '!': [answerOf(target)] });
};

const chosen: Compare = (target, value) => {
  const option = optionOf(target, value);
  if (option === undefined) return no('condition-choice');
  return yes(kindOf(target) === 'choices' ? { in: [option, answerOf(target)] } : { '==': [answerOf(target), option] });
};

const single = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;

const equal: Compare = (target, given) => {
  if (isEmpty(given)) return unanswered(target, given);
  const value = single(given);
  const kind = kindOf(target);
  if (kind === 'flag') return flag(target, value);
  if (kind === 'choice' || kind === 'choices') return chosen(target, value);
  if (kind === 'whole') return no('condition-kind');
  const other = kind === 'number' ? asNumber(value) : asText(target, value);
  return against(target, other, (rule) => ({ '==': [answerOf(target), rule] }));
};

const answered: Compare = (target) => (target.draft.type === 'note' ? no('condition-name') : yes(isAnswered(target)));
const unanswered: Compare = (target) =>
  target.draft.type === 'note' ? no('condition-name') : yes({ '==': [answerOf(target), null] });

const ORDERS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Of choices that are numbers, such as a rating, those that compare that way. */
const orderedChoices = (target: Target, operator: string, value: unknown): Translation => {
  const bound = numberOf(value);
  const ids = [...target.optionIds].filter(([word]) => {
    const number = numberOf(word);
    return number !== undefined && bound !== undefined && ORDERS[operator]?.(number, bound);
  });
  return ids.length === 0 ? no('condition-choice') : yes({ in: [answerOf(target), ids.map(([, id]) => id)] });
};

/** Nothing is no number: an empty answer is neither below nor above. */
const ordered =
  (operator: '<' | '<=' | '>' | '>='): Compare =>
  (target, value) => {
    const kind = kindOf(target);
    if (kind === 'choice') return orderedChoices(target, operator, value);
    if (kind !== 'number' && target.draft.type !== 'date' && target.draft.type !== 'time') return no('condition-kind');
    const other = kind === 'number' ? asNumber(value) : asText(target, value);
    return against(target, other, (rule) => ({
      and: [isAnswered(target), { [operator]: [answerOf(target), rule] }],
    }));
  };

/** Several comparisons in one; what is not offered is never chosen, so that any of the others will do. */
const several =
  (operator: 'or' | 'and', compare: Compare): Compare =>
  (target, value) => {
    const made = (Array.isArray(value) ? listOf(value) : [value]).map((one) => compare(target, one));
    const rules = made.flatMap((one) => ('rule' in one ? [one.rule] : []));
    const [first] = rules;
    if (first === undefined || (operator === 'and' && rules.length < made.length)) {
      return made.find((one) => 'reason' in one) ?? no('condition-choice');
    }
    return yes(rules.length === 1 ? first : { [operator]: rules });
  };

const has: Compare = (target, value) => {
  if (isEmpty(value)) return no('condition-kind');
  if (kindOf(target) === 'text') {
    return against(target, asText(target, value), (rule) => ({ in: [rule, answerOf(target)] }));
  }
  return several('and', equal)(target, value);
};

const anyOf: Compare = (target, value) => {
  if (kindOf(target) !== 'choice') return several('or', equal)(target, value);
  const ids = listOf(value).flatMap((one) => optionOf(target, one) ?? []);
  return ids.length === 0 ? no('condition-choice') : yes({ in: [answerOf(target), ids] });
};

/** What a bare name asks: whether a box is checked, a yes-or-no is yes, and anything else answered. */
const truthy: Compare = (target, value) => {
  if (kindOf(target) === 'flag') return yes(answerOf(target));
  if (kindOf(target) === 'number') return yes({ '!!': [answerOf(target)] });
  return target.optionIds.has('true') && target.optionIds.has('false') ? equal(target, true) : answered(target, value);
};

const comparisons: Readonly<Record<Comparison, Compare>> = {
  equal,
  different: (target, value) => (isEmpty(value) ? answered(target, value) : negated(equal(target, value))),
  below: ordered('<'),
  'at-most': ordered('<='),
  above: ordered('>'),
  'at-least': ordered('>='),
  has,
  lacks: (target, value) => negated(has(target, value)),
  'any-of': anyOf,
  'all-of': several('and', equal),
  truthy,
  answered,
  unanswered,
};

type Find = (name: string) => Target | undefined;

const group = (operator: 'and' | 'or', conditions: readonly Condition[], find: Find): Translation => {
  const made = conditions.map((one) => ruleOf(one, find));
  const rules = made.flatMap((one) => ('rule' in one ? [one.rule] : []));
  const wrong = made.find((one) => 'reason' in one);
  if (wrong) return wrong;
  const [first] = rules;
  if (first === undefined) return no('condition');
  return yes(rules.length === 1 ? first : { [operator]: rules });
};

/** `boxes.a`: whether the choice `a` of `boxes` is checked, as some forms name it. */
const choiceNamed = ({ name, is, value }: Extract<Condition, { name: string }>, find: Find): Translation => {
  const dot = name.lastIndexOf('.');
  const target = dot > 0 ? find(name.slice(0, dot)) : undefined;
  if (!target || kindOf(target) !== 'choices') return no('condition-name');
  const made = chosen(target, name.slice(dot + 1));
  if (is === 'truthy') return made;
  const wanted = is === 'equal' || is === 'different' ? FLAGS.get(value) : undefined;
  if (wanted === undefined) return no('condition-kind');
  return wanted === (is === 'equal') ? made : negated(made);
};

/** The rule for a condition; `find` gives the field that a name means. */
export const ruleOf = (condition: Condition, find: Find): Translation => {
  if ('all' in condition) return group('and', condition.all, find);
  if ('any' in condition) return group('or', condition.any, find);
  if ('not' in condition) return negated(ruleOf(condition.not, find));
  const target = find(condition.name);
  return target ? comparisons[condition.is](target, condition.value) : choiceNamed(condition, find);
};
