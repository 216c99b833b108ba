const DAY = 86_400_000;
const ISO_DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const RELATIVE = /^today(?:([+-]\d+)d)?$/;

const toDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whether `YYYY-MM-DD` is a day of the calendar: 2028-02-29 is, 2026-02-29 is not. */
export const isCalendarDate = (text: string): boolean => {
  const time = ISO_DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && toDate(time) === text;
};

/** The day of the week of a date: 0 is Sunday, 6 Saturday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The date in a time zone, or on this device, at this moment, as `YYYY-MM-DD`. Throws a RangeError for an unknown time zone. */
export const todayIn = (now: Date, timeZone: string | undefined): string => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};

/** The number of days that a relative bound lies after today, undefined for a fixed date. */
export const daysFromToday = (bound: string): number | undefined => {
  const match = RELATIVE.exec(bound);
  return match ? Number(match[1] ?? 0) : undefined;
};

/** A bound of a date field as a date; only a relative bound asks what day it is. */
export const dateFrom = (bound: string, today: () => string): string => {
  const days = daysFromToday(bound);
  return days === undefined ? bound : toDate(Date.parse(`${today()}T00:00:00Z`) + days * DAY);
};

/** `today+3d` -> `YYYY-MM-DD` as it is in that time zone, or on this device; a date stays as it is. */
export const resolveDate = (bound: string, now: Date, timeZone: string | undefined): string =>
  dateFrom(bound, () => todayIn(now, timeZone));
