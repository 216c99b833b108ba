import type { Words } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The largest unit that is used from so many milliseconds on, and how long one of it is. */
const UNITS = [
  { from: 730 * DAY, unit: 'year', length: 365.25 * DAY },
  { from: 60 * DAY, unit: 'month', length: 30.44 * DAY },
  { from: 2 * DAY, unit: 'day', length: DAY },
  { from: HOUR, unit: 'hour', length: HOUR },
  { from: MINUTE, unit: 'minute', length: MINUTE },
] as const;

/** How long ago a moment was, as in "3 days". */
export const ageInWords = ({ language, say }: Words, moment: string, now: Date): string => {
  const passed = now.getTime() - Date.parse(moment);
  const fitting = UNITS.find(({ from }) => passed >= from);
  if (!fitting) return say('age.now');
  const style = { style: 'unit', unit: fitting.unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language, style).format(Math.floor(passed / fitting.length));
};
