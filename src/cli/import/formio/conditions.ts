import { allOf, understood, type Clause, type Comparison, type Condition } from '../condition.js';
import { get, isObject, isSet, listOf, step, stringOf, wordOf } from '../json.js';
import { fromJsonLogic } from '../json-logic.js';
import { fromScript } from '../script.js';

const OPERATORS: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['isEqual', 'equal'],
  ['isNotEqual', 'different'],
  ['isEmpty', 'unanswered'],
  ['isNotEmpty', 'answered'],
  ['includes', 'has'],
  ['notIncludes', 'lacks'],
  ['lessThan', 'below'],
  ['lessThanOrEqual', 'at-most'],
  ['greaterThan', 'above'],
  ['greaterThanOrEqual', 'at-least'],
  ['dateLessThan', 'below'],
  ['dateLessThanOrEqual', 'at-most'],
  ['dateGreaterThan', 'above'],
  ['dateGreaterThanOrEqual', 'at-least'],
  ['isDateEqual', 'equal'],
  ['isNotDateEqual', 'different'],
]);

const pathOf = (path: string): string => path.replace(/^(?:data|row|form)\./, '');

const oneCondition = (row: unknown): Condition | undefined => {
  const name = stringOf(get(row, 'component'));
  const is = OPERATORS.get(stringOf(get(row, 'operator')) ?? 'isEqual');
  return name !== undefined && is !== undefined ? { name: pathOf(name), is, value: get(row, 'value') } : undefined;
};

const shown = (condition: Condition | undefined, isShown: boolean): Condition | undefined =>
  condition === undefined || isShown ? condition : { not: condition };

/** `eq` may hold several values, of which any will do. */
const simple = (conditional: unknown): Condition | undefined => {
  const name = stringOf(get(conditional, 'when'));
  const value = get(conditional, 'eq');
  if (name === undefined) return undefined;
  if (Array.isArray(value)) return { name: pathOf(name), is: 'any-of', value };
  return { name: pathOf(name), is: 'equal', value };
};

const several = (conditional: unknown): Condition | undefined => {
  const rows = understood(listOf(get(conditional, 'conditions')).map(oneCondition));
  if (!rows) return undefined;
  return get(conditional, 'conjunction') === 'any' ? { any: rows } : allOf(rows);
};

const clause = (where: string, source: unknown, condition: Condition | undefined): Clause => ({
  where,
  source: typeof source === 'string' ? source.trim() : JSON.stringify(source),
  condition,
});

const fromConditional = (component: unknown, where: string): Clause[] => {
  const conditional = get(component, 'conditional');
  const isShown = wordOf(get(conditional, 'show')) !== 'false';
  const at = `${where}/conditional`;
  if (listOf(get(conditional, 'conditions')).length > 0) {
    return [clause(at, conditional, shown(several(conditional), isShown))];
  }
  if (stringOf(get(conditional, 'when')) !== undefined)
    return [clause(at, conditional, shown(simple(conditional), isShown))];
  const logic = get(conditional, 'json');
  return isObject(logic) && Object.keys(logic).length > 0
    ? [clause(`${at}/json`, logic, fromJsonLogic(logic, pathOf))]
    : [];
};

/** When a component is shown, as its own settings say; each of the clauses has to hold. */
export const shownWhen = (component: unknown, where: string): Clause[] => {
  const script = stringOf(get(component, 'customConditional'));
  return [
    ...fromConditional(component, where),
    ...(script === undefined ? [] : [clause(`${where}/customConditional`, script, fromScript(script))]),
  ];
};

/** What triggers an action: a condition in one of the ways above. */
const triggerOf = (trigger: unknown): Condition | undefined => {
  const type = get(trigger, 'type');
  if (type === 'simple') {
    const given = get(trigger, 'simple');
    const isRows = listOf(get(given, 'conditions')).length > 0;
    return shown(isRows ? several(given) : simple(given), wordOf(get(given, 'show')) !== 'false');
  }
  if (type === 'javascript')
    return fromScript(`show = ${(stringOf(get(trigger, 'javascript')) ?? '').replace(/^\s*result\s*=/, '')}`);
  return type === 'json' ? fromJsonLogic(get(trigger, 'json'), pathOf) : undefined;
};

/** What the actions of a component say about when it is shown and required. */
export interface Logic {
  readonly visibleWhen: readonly Clause[];
  readonly requiredWhen: Clause | undefined;
  /** The pointers of actions that say something else. */
  readonly others: readonly string[];
}

/** Which property an action sets, and to what. */
const setBy = (action: unknown): string => {
  if (get(action, 'type') !== 'property') return '';
  const property = get(action, 'property', 'value') ?? get(action, 'property');
  return `${wordOf(property) ?? ''}=${String(isSet(get(action, 'state')))}`;
};

/** Reads actions that show, hide or require the component. */
export const logicOf = (component: unknown, where: string): Logic => {
  const visibleWhen: Clause[] = [];
  const others: string[] = [];
  let requiredWhen: Clause | undefined;
  for (const [index, rule] of listOf(get(component, 'logic')).entries()) {
    const at = `${where}/logic${step(index)}`;
    const trigger = get(rule, 'trigger');
    for (const action of listOf(get(rule, 'actions'))) {
      const set = setBy(action);
      const made = clause(at, trigger, triggerOf(trigger));
      if (set === 'hidden=true') visibleWhen.push({ ...made, condition: shown(made.condition, false) });
      else if (set === 'hidden=false' && isSet(get(component, 'hidden'))) visibleWhen.push(made);
      else if (set === 'validate.required=true' && !requiredWhen) requiredWhen = made;
      else others.push(at);
    }
  }
  return { visibleWhen, requiredWhen, others };
};
