import type { Text } from '../../../contract/index.js';
import { countOf, defined, get, listOf, numberOf, step, stringOf } from '../json.js';
import { dateAndTime, wholePattern, type Part, type Parts } from '../part.js';
import type { Notes } from '../notes.js';
import { textOf } from '../texts.js';
import type { Located, Place } from './place.js';

/** What the validators of an element ask of a text or number. */
interface Checks {
  readonly settings: Record<string, unknown>;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly isNumber: boolean;
  readonly isEmail: boolean;
}

interface Validator {
  readonly type: string;
  readonly validator: unknown;
}

const KNOWN: ReadonlySet<string> = new Set(['numeric', 'text', 'regex', 'email', 'answercount']);

const validatorList = ({ where, element }: Located, notes: Notes): Validator[] =>
  listOf(get(element, 'validators')).map((validator, index) => {
    const type = (stringOf(get(validator, 'type')) ?? '').replace(/validator$/i, '').toLowerCase();
    if (!KNOWN.has(type))
      notes.leave(
        `${where}/validators${step(index)}`,
        `check “${type}”`,
        type === 'expression' ? 'program' : 'check-unknown',
      );
    return { type, validator };
  });

/** What the validators of an element say; those without a counterpart are noted. */
export const validatorsOf = (one: Located, { desk }: Place): Checks => {
  const list = validatorList(one, desk.notes);
  const found = (type: string): unknown => list.find((given) => given.type === type)?.validator;
  const [numeric, text, regex] = [found('numeric'), found('text'), found('regex')];
  const pattern = stringOf(get(regex, 'regex'));
  const patternMessage: Text | undefined = pattern === undefined ? undefined : textOf(get(regex, 'text'), desk);
  return {
    settings: defined({
      minLength: countOf(get(text, 'minLength'), 1),
      maxLength: countOf(get(text, 'maxLength'), 1),
      pattern: pattern === undefined ? undefined : wholePattern(pattern),
      patternMessage,
    }),
    min: numberOf(get(numeric, 'minValue')),
    max: numberOf(get(numeric, 'maxValue')),
    isNumber: numeric !== undefined,
    isEmail: found('email') !== undefined,
  };
};

const today = /^=?\s*today\(\s*(?:([+-]?\d{1,4})\s*)?\)$/i;

const dateBound = ({ where, element }: Located, name: 'min' | 'max', { desk }: Place): string | undefined => {
  const given = stringOf(get(element, name)) ?? stringOf(get(element, `${name}ValueExpression`));
  if (given === undefined) return undefined;
  const date = /^\d{4}-\d{2}-\d{2}/.exec(given)?.[0];
  const match = today.exec(given.trim());
  const days = Number(match?.[1] ?? 0);
  if (date === undefined && !match) desk.notes.leave(`${where}/${name}`, `bound ${given}`, 'program');
  return date ?? (match ? `today${days === 0 ? '' : `${days > 0 ? '+' : ''}${days}d`}` : undefined);
};

const timeOf = (value: unknown): string | undefined => /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(stringOf(value) ?? '')?.[0];

type Make = (one: Located, place: Place, checks: Checks) => Parts;

const number: Make = ({ element }, _, checks) => [
  {
    type: 'number',
    settings: defined({
      min: numberOf(get(element, 'min')) ?? checks.min,
      max: numberOf(get(element, 'max')) ?? checks.max,
      step: numberOf(get(element, 'step')),
    }),
  },
];

const date: Make = (one, place) => [
  { type: 'date', settings: defined({ min: dateBound(one, 'min', place), max: dateBound(one, 'max', place) }) },
];

const moment: Make = (one, place, checks) => {
  const [day, time] = dateAndTime(place.words, get(one.element, 'defaultValue'));
  const bounds = date(one, place, checks)[0];
  return day && time && typeof bounds === 'object' ? [{ ...day, settings: bounds.settings }, time] : 'unknown-type';
};

const words =
  (type: 'email' | 'tel' | 'url'): Make =>
  ({ element }) => [{ type, settings: defined({ maxLength: countOf(get(element, 'maxLength'), 1) }) }];

const INPUTS: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['number', number],
  ['range', number],
  ['date', date],
  ['datetime', moment],
  ['datetime-local', moment],
  [
    'time',
    ({ element }) => [
      { type: 'time', settings: defined({ min: timeOf(get(element, 'min')), max: timeOf(get(element, 'max')) }) },
    ],
  ],
  ['email', words('email')],
  ['tel', words('tel')],
  ['url', words('url')],
  ['password', () => 'password'],
]);

const MASKS: ReadonlySet<string> = new Set(['numeric', 'currency']);

const isNumeric = (element: unknown, { isNumber }: Checks): boolean =>
  isNumber || MASKS.has(stringOf(get(element, 'maskType')) ?? '');

/** The field for one line of text, whose `inputType` says what kind of text. */
export const textPart = (one: Located, place: Place): Parts => {
  const { element } = one;
  const checks = validatorsOf(one, place);
  const input = INPUTS.get((stringOf(get(element, 'inputType')) ?? 'text').toLowerCase());
  if (input) return input(one, place, checks);
  if (isNumeric(element, checks)) return number(one, place, checks);
  if (checks.isEmail) return words('email')(one, place, checks);
  const part: Part = {
    type: 'text',
    settings: {
      ...checks.settings,
      ...defined({ maxLength: countOf(get(element, 'maxLength'), 1) ?? checks.settings['maxLength'] }),
    },
  };
  return [part];
};
