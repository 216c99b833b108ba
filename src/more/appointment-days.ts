import type { AppointmentChoice } from '../contract/index.js';
import { isRecord } from '../rules/index.js';
import { isCalendarDate, weekdayOf } from '../rules/dates.js';
import type { FieldProps } from '../fields/field.js';
import type { Translator } from '../i18n/translate.js';

const DAY = 86_400_000;
/** How far ahead the next days are looked for: a year, in days. */
const HORIZON = 366;

/** The days that can be chosen: `YYYY-MM-DD`, weekdays from 0 (Sunday) to 6. */
export interface Bounds {
  readonly min?: string;
  readonly max?: string;
  readonly excluded: ReadonlySet<number>;
}

/** The bounds of a field as they are today. */
export const boundsOf = ({ field, resolveDate }: Pick<FieldProps<'appointment'>, 'field' | 'resolveDate'>): Bounds => ({
  min: field.min === undefined ? undefined : resolveDate(field.min),
  max: field.max === undefined ? undefined : resolveDate(field.max),
  excluded: new Set((field.excludeWeekdays ?? []).map((weekday) => weekday % 7)),
});

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Why a date cannot be chosen, or nothing. */
export const refusalOf = (
  date: string,
  { min, max, excluded }: Bounds,
): 'date' | 'min' | 'max' | 'weekday' | undefined => {
  if (!isCalendarDate(date)) return 'date';
  if (min !== undefined && date < min) return 'min';
  if (max !== undefined && date > max) return 'max';
  return excluded.has(weekdayOf(date)) ? 'weekday' : undefined;
};

/** The first days from `start` on that can be chosen, `count` of them or as many as there are within a year. */
export const daysFrom = (start: string, bounds: Bounds, count: number): readonly string[] => {
  const from = bounds.min !== undefined && start < bounds.min ? bounds.min : start;
  const days: string[] = [];
  for (let ahead = 0; ahead < HORIZON && days.length < count; ahead += 1) {
    const day = dayAfter(from, ahead);
    if (bounds.max !== undefined && day > bounds.max) break;
    if (!refusalOf(day, bounds)) days.push(day);
  }
  return days;
};

/** The first days to offer: from today on, or from the first day of all when every day is past. */
export const firstDays = (today: string, bounds: Bounds, count: number): readonly string[] => {
  const days = daysFrom(today, bounds, count);
  return days.length > 0 || bounds.min === undefined ? days : daysFrom(bounds.min, bounds, count);
};

/** The preferences of an answer; what has another shape is left out. */
export const choicesOf = (answer: unknown): readonly AppointmentChoice[] =>
  Array.isArray(answer)
    ? answer.filter(
        (one): one is AppointmentChoice =>
          isRecord(one) && typeof one['date'] === 'string' && typeof one['part'] === 'string',
      )
    : [];

export const isSame = (one: AppointmentChoice, other: AppointmentChoice): boolean =>
  one.date === other.date && one.part === other.part;

/** The name of the day of the week. */
export const weekdayName = (date: string, { locale }: Translator): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** A day in words: "Monday 4 May 2026". */
export const dayName = (date: string, words: Translator): string =>
  isCalendarDate(date)
    ? words.message('appointment.day', { weekday: weekdayName(date, words), date: words.date(date) })
    : date;

/** The name of a part of the day. */
export const partName = (part: string, words: Translator): string => words.find(`appointment.${part}`) ?? part;

/** A preference in words: "Monday 4 May 2026, morning". */
export const choiceName = ({ date, part }: AppointmentChoice, words: Translator): string =>
  words.message('appointment.choice', { day: dayName(date, words), part: partName(part, words) });
