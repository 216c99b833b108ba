import { defined, get, stringOf } from '../json.js';
import type { Located, Place } from './place.js';

const DAYS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['days', 1],
  ['d', 1],
  ['week', 7],
  ['weeks', 7],
  ['w', 7],
]);

/** `moment()`, `moment().add(3, 'days')` and the like. */
const RELATIVE =
  /^(?:moment\(\)|new Date\(\)|today)(?:\.(add|subtract)\(\s*(\d{1,4})\s*,\s*['"]([a-z]+)['"]\s*\))?(?:\.\w+\(\s*(?:['"]\w*['"])?\s*\))*;?$/i;

const boundOf = (given: string): string | undefined => {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(given)?.[0];
  if (date !== undefined) return date;
  const match = RELATIVE.exec(given.trim());
  if (!match) return undefined;
  const [, verb, count, unit = ''] = match;
  if (verb === undefined) return 'today';
  const days = DAYS.get(unit.toLowerCase());
  return days === undefined ? undefined : `today${verb.toLowerCase() === 'add' ? '+' : '-'}${Number(count) * days}d`;
};

/** The earliest and latest day of a component; a bound that is worked out otherwise is noted. */
export const dayBounds = ({ where, component }: Located, { desk }: Place): Record<string, unknown> => {
  const bound = (name: string): string | undefined => {
    const given =
      stringOf(get(component, 'datePicker', name)) ??
      stringOf(get(component, name)) ??
      stringOf(get(component, 'widget', name));
    if (given === undefined) return undefined;
    const made = boundOf(given);
    if (made === undefined) desk.notes.leave(where, `“${name}” ${given}`, 'program');
    return made;
  };
  return defined({ min: bound('minDate'), max: bound('maxDate') });
};

/** The earliest and latest time of a component. */
export const timeBounds = ({ component }: Located): Record<string, unknown> => {
  const bound = (name: string): string | undefined =>
    /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(stringOf(get(component, 'validate', name)) ?? '')?.[0];
  return defined({ min: bound('minTime'), max: bound('maxTime') });
};
