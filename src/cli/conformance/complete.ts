import {
  DAY_PARTS,
  KIND_ANSWERS,
  type ChecklistItem,
  type Field,
  type Issue,
  type OptionItem,
  type OptionSource,
  type PortalConfig,
  type RequestType,
  type Submission,
} from '../../contract/index.js';
import { DEFAULT_COUNTRIES, resolveDate, validateRequest, weekdayOf } from '../../rules/index.js';

interface Wanted {
  readonly now: Date;
  /** A customer's submission names no guest. */
  readonly signedIn: boolean;
  /** What the customer can choose from at each source, as the backend says. */
  readonly choices?: ReadonlyMap<OptionSource, OptionItem>;
}

const FORMATS = { 'postcode-nl': '9712 AB', iban: 'NL91ABNA0417164300', kvk: '12345678' } as const;
const GUEST = { name: 'Guest Example', email: 'guest@example.com' };
const ROUNDS = 20;
const DAY = 86_400_000;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

const zoneOf = ({ portal }: PortalConfig): string => portal.timeZone ?? 'Europe/Amsterdam';

const words = (minLength = 0, maxLength = Infinity): string =>
  'An answer of the conformance suite. '
    .repeat(1 + minLength / 30)
    .slice(0, Math.max(minLength, Math.min(20, maxLength)));

/** What an answer has to be made up from beside its field. */
interface Making {
  /** A bound of a date as a date. */
  readonly date: (bound: string) => string;
  readonly choice: (source: OptionSource) => OptionItem | undefined;
}

/** The first day from a date on, or up to it when there is only a latest one, that is not excluded. */
const openDay = (from: string, direction: 1 | -1, excludeWeekdays: readonly number[]): string | undefined => {
  const excluded = new Set(excludeWeekdays.map((weekday) => weekday % 7));
  const days = WEEK.map((days) => new Date(Date.parse(from) + direction * days * DAY).toISOString().slice(0, 10));
  return days.find((day) => !excluded.has(weekdayOf(day)));
};

type Samples = {
  [T in Field['type']]: (field: Extract<Field, { type: T }>, making: Making) => unknown;
};

/** An answer that fits a field of each type; a file has to be uploaded first, so there is none. */
const samples: Samples = {
  text: ({ format, minLength, maxLength }) => (format ? FORMATS[format] : words(minLength, maxLength)),
  textarea: ({ minLength, maxLength }) => words(minLength, maxLength),
  email: () => 'someone@example.com',
  tel: () => '+31501234567',
  url: () => 'https://example.com/',
  number: ({ min, max }) => min ?? max ?? 1,
  date: ({ min, max }, { date }) => date(min ?? max ?? 'today'),
  time: ({ min, max }) => min ?? max ?? '09:00',
  select: ({ options }) => options[0]?.id,
  radio: ({ options }) => options[0]?.id,
  checkboxes: ({ options, minSelected }) => options.slice(0, minSelected ?? 1).map(({ id }) => id),
  checkbox: () => true,
  file: () => undefined,
  signature: () => ({ typedName: GUEST.name }),
  appointment: ({ min, max, parts = DAY_PARTS, excludeWeekdays = [] }, { date }) => {
    const isLatest = min === undefined && max !== undefined;
    const day = openDay(date(min ?? max ?? 'today'), isLatest ? -1 : 1, excludeWeekdays);
    return day && [{ date: day, part: parts[0] }];
  },
  address: ({ countries: [country] = DEFAULT_COUNTRIES }) => ({
    ...{ postcode: FORMATS['postcode-nl'], houseNumber: '12' },
    ...{ street: 'Example Street', city: 'Groningen', country },
  }),
  lookup: ({ source }, { choice }) => {
    const chosen = choice(source);
    return chosen && { id: chosen.id, label: chosen.label };
  },
  repeat: ({ minRows = 1 }) => Array.from({ length: Math.max(1, minRows) }, () => ({})),
  note: () => undefined,
};

const sampleOf = (field: Field, making: Making): unknown =>
  (samples[field.type] as (field: Field, making: Making) => unknown)(field, making);

const answerFor = (fields: readonly Field[], id: string, making: Making): unknown => {
  const field = fields.find((one) => one.id === id);
  const answer = field && sampleOf(field, making);
  if (answer === undefined) throw new Error(`No answer can be made up for ${id}: give a submission of your own`);
  return answer;
};

/** Answers a field, or one of the fields of a row when the pointer goes on into one. */
const answer = (
  submission: Submission,
  type: RequestType,
  [id = '', row, inner]: readonly string[],
  making: Making,
): void => {
  const fields = type.sections.flatMap((section) => section.fields);
  const repeat = fields.find((one) => one.id === id);
  if (row === undefined || inner === undefined || repeat?.type !== 'repeat') {
    submission.answers[id] = answerFor(fields, id, making);
    return;
  }
  const rows = submission.answers[id] as Record<string, unknown>[];
  const before = rows[Number(row)];
  rows[Number(row)] = { ...before, [inner]: answerFor(repeat.fields, inner, making) };
};

/** An answer that lets the customer go on, and if there is one without a photo, that one. */
const itemAnswer = ({ kind, stopWhen, photoWhen = [] }: ChecklistItem) => {
  const allowed = KIND_ANSWERS[kind].filter((one) => one !== stopWhen);
  return allowed.find((one) => one === 'done' || !photoWhen.includes(one)) ?? allowed[0];
};

const mend = (submission: Submission, type: RequestType, { pointer, code }: Issue, making: Making): void => {
  const [, part, ...path] = pointer.split('/');
  const [id = '', inner] = path;
  if (code !== 'required') throw new Error(`${pointer} ${code}: give a submission of your own`);
  if (part === 'answers') answer(submission, type, path, making);
  const term = type.terms.find((one) => one.id === id);
  if (part === 'terms' && term) submission.terms[id] = { version: term.version, accepted: true };
  const item = type.checklist.find((one) => one.id === id);
  if (part !== 'checklist' || !item) return;
  const given = itemAnswer(item);
  if (given === undefined) throw new Error(`${pointer} has no answer that lets the customer go on`);
  submission.checklist[id] = inner === 'note' ? { answer: given, note: 'A note.' } : { answer: given };
};

/**
 * A complete submission for a request type, with no more answers than it asks for. Throws when a required answer cannot
 * be made up, such as a file, a text with a pattern, or a choice that the backend does not offer.
 */
export const completeSubmission = (
  config: PortalConfig,
  requestType: string,
  { now, signedIn, choices }: Wanted,
): Submission => {
  const type = config.requestTypes.find(({ id }) => id === requestType);
  if (!type) throw new Error(`There is no request type ${requestType}`);
  const timeZone = zoneOf(config);
  const submission: Submission = {
    ...{ requestType, configVersion: config.version, locale: config.portal.locale },
    ...{ answers: {}, checklist: {}, terms: {}, ...(signedIn ? {} : { guest: { ...GUEST } }) },
  };
  const making: Making = {
    date: (bound) => resolveDate(bound, now, timeZone),
    choice: (source) => choices?.get(source),
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const issues = validateRequest(config, requestType, submission, { now, timeZone, signedIn });
    if (issues.length === 0) return submission;
    for (const issue of issues) mend(submission, type, issue, making);
  }
  throw new Error(`No complete submission was found for ${requestType}`);
};

/** The same submission without one of its parts, each with the pointer at what is then missing. */
export const withoutEach = (submission: Submission): { pointer: string; submission: Submission }[] => {
  const without = (part: 'answers' | 'checklist' | 'terms', id: string): Submission => {
    const { [id]: _left, ...rest } = submission[part] as Record<string, unknown>;
    return { ...submission, [part]: rest };
  };
  return [
    ...Object.keys(submission.answers).map((id) => ({ pointer: `/answers/${id}`, submission: without('answers', id) })),
    ...Object.keys(submission.checklist).map((id) => ({
      pointer: `/checklist/${id}/answer`,
      submission: without('checklist', id),
    })),
    ...Object.keys(submission.terms).map((id) => ({ pointer: `/terms/${id}`, submission: without('terms', id) })),
  ];
};
