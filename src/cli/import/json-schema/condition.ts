import { allOf, understood, type Condition } from '../condition.js';
import { entriesOf, get, isObject, listOf, stringOf, wordOf } from '../json.js';

/** What is known about the answers that a schema is asked of. */
interface Sight {
  /** The path of the answers, `a.b.` */
  readonly prefix: string;
  /** The properties that have to be answered anyway. */
  readonly required: ReadonlySet<string>;
}

const LIMITS = [
  ['minimum', 'at-least'],
  ['maximum', 'at-most'],
  ['exclusiveMinimum', 'above'],
  ['exclusiveMaximum', 'below'],
] as const;

const PLAIN: ReadonlySet<string> = new Set([
  'type',
  'title',
  'description',
  'const',
  'enum',
  'not',
  'contains',
  'minLength',
  'minItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  '$comment',
  'default',
]);

const isWord = (value: unknown): boolean => wordOf(value) !== undefined;

const choice = (schema: unknown, name: string): Condition[] => {
  const values = listOf(get(schema, 'enum'));
  const value = get(schema, 'const');
  return [
    ...(isWord(value) ? [{ name, is: 'equal', value } as const] : []),
    ...(value === null ? [{ name, is: 'unanswered' } as const] : []),
    ...(values.length > 0 && values.every(isWord) ? [{ name, is: 'any-of', value: values } as const] : []),
  ];
};

/** What a schema says about one answer; undefined when it says something else, too. */
const aboutAnswer = (schema: unknown, name: string): Condition | undefined => {
  if (!isObject(schema) || Object.keys(schema).some((key) => !PLAIN.has(key))) return undefined;
  const inner = get(schema, 'contains');
  const contained = isWord(get(inner, 'const')) ? get(inner, 'const') : undefined;
  const not = get(schema, 'not');
  const negated = not === undefined ? undefined : aboutAnswer(not, name);
  if (not !== undefined && !negated) return undefined;
  const limits = LIMITS.flatMap(([keyword, is]) =>
    typeof schema[keyword] === 'number' ? [{ name, is, value: schema[keyword] } as const] : [],
  );
  const isFilled = ['minLength', 'minItems'].some((key) => schema[key] === 1);
  const all = [
    ...choice(schema, name),
    ...limits,
    ...(contained === undefined ? [] : [{ name, is: 'has', value: contained } as const]),
    ...(negated ? [{ not: negated }] : []),
    ...(isFilled ? [{ name, is: 'answered' } as const] : []),
  ];
  return all.length > 0 ? allOf(all) : undefined;
};

const aboutProperty = (
  name: string,
  schema: unknown,
  sight: Sight,
  asked: ReadonlySet<string>,
): Condition | undefined => {
  const key = sight.prefix + name;
  if (isObject(get(schema, 'properties'))) {
    return fromSchema(schema, { prefix: `${key}.`, required: new Set() });
  }
  const isSure = asked.has(name) || sight.required.has(name);
  if (isObject(schema) && Object.keys(schema).every((one) => one === 'type'))
    return isSure ? { name: key, is: 'answered' } : undefined;
  const condition = aboutAnswer(schema, key);
  return condition === undefined || isSure ? condition : { any: [{ name: key, is: 'unanswered' }, condition] };
};

/**
 * The condition that some answers fit a schema; undefined when that is more than comparisons. A property that need
 * not be there fits when it is not, as JSON Schema has it.
 */
export const fromSchema = (schema: unknown, sight: Sight): Condition | undefined => {
  const required = new Set(listOf(get(schema, 'required')).flatMap((name) => stringOf(name) ?? []));
  const properties = entriesOf(get(schema, 'properties'));
  const rest = [...required].filter((name) => !properties.some(([one]) => one === name));
  const not = get(schema, 'not');
  const inner = (list: unknown): (Condition | undefined)[] => listOf(list).map((one) => fromSchema(one, sight));
  const any = get(schema, 'anyOf') ?? get(schema, 'oneOf');
  const anyConditions = any === undefined ? [] : (understood(inner(any)) ?? undefined);
  const negated = not === undefined ? undefined : fromSchema(not, sight);
  const conditions = understood([
    ...properties.map(([name, one]) => aboutProperty(name, one, sight, required)),
    ...rest.map((name): Condition => ({ name: sight.prefix + name, is: 'answered' })),
    ...inner(get(schema, 'allOf')),
    ...(any === undefined ? [] : [anyConditions && { any: anyConditions }]),
    ...(not === undefined ? [] : [negated && { not: negated }]),
  ] as (Condition | undefined)[]);
  return conditions && allOf(conditions);
};
