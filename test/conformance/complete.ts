import {
  KIND_ANSWERS,
  type Field,
  type Issue,
  type PortalConfig,
  type RequestType,
  type Submission,
} from 'portal-request-form/contract';
import { resolveDate, validateRequest } from 'portal-request-form/rules';

interface Wanted {
  readonly now: Date;
  /** A customer's submission names no guest. */
  readonly signedIn: boolean;
}

const FORMATS = { 'postcode-nl': '9712 AB', iban: 'NL91ABNA0417164300', kvk: '12345678' } as const;
const GUEST = { name: 'Guest Example', email: 'guest@example.com' };
const ROUNDS = 20;

const zoneOf = ({ portal }: PortalConfig): string => portal.timeZone ?? 'Europe/Amsterdam';

const words = (minLength = 0, maxLength = Infinity): string =>
  'An answer of the conformance suite. '
    .repeat(1 + minLength / 30)
    .slice(0, Math.max(minLength, Math.min(20, maxLength)));

type Samples = {
  [T in Field['type']]: (field: Extract<Field, { type: T }>, date: (bound: string) => string) => unknown;
};

/** An answer that fits a field of each type; a file has to be uploaded first, so there is none. */
const samples: Samples = {
  text: ({ format, minLength, maxLength }) => (format ? FORMATS[format] : words(minLength, maxLength)),
  textarea: ({ minLength, maxLength }) => words(minLength, maxLength),
  email: () => 'someone@example.com',
  tel: () => '+31501234567',
  url: () => 'https://example.com/',
  number: ({ min, max }) => min ?? max ?? 1,
  date: ({ min, max }, date) => date(min ?? max ?? 'today'),
  time: ({ min, max }) => min ?? max ?? '09:00',
  select: ({ options }) => options[0]?.id,
  radio: ({ options }) => options[0]?.id,
  checkboxes: ({ options, minSelected }) => options.slice(0, minSelected ?? 1).map(({ id }) => id),
  checkbox: () => true,
  file: () => undefined,
  note: () => undefined,
};

const sampleOf = (field: Field, date: (bound: string) => string): unknown =>
  (samples[field.type] as (field: Field, date: (bound: string) => string) => unknown)(field, date);

const answerFor = (type: RequestType, id: string, date: (bound: string) => string): unknown => {
  const field = type.sections.flatMap(({ fields }) => fields).find((one) => one.id === id);
  const answer = field && sampleOf(field, date);
  if (answer === undefined) throw new Error(`No answer can be made up for ${id}: give a submission of your own`);
  return answer;
};

const mend = (
  submission: Submission,
  type: RequestType,
  { pointer, code }: Issue,
  date: (bound: string) => string,
): void => {
  const [, part, id = '', inner] = pointer.split('/');
  if (code !== 'required') throw new Error(`${pointer} ${code}: give a submission of your own`);
  if (part === 'answers') submission.answers[id] = answerFor(type, id, date);
  const term = type.terms.find((one) => one.id === id);
  if (part === 'terms' && term) submission.terms[id] = { version: term.version, accepted: true };
  const item = type.checklist.find((one) => one.id === id);
  if (part !== 'checklist' || !item) return;
  const answer = KIND_ANSWERS[item.kind].find((one) => one !== item.stopWhen);
  if (answer === undefined) throw new Error(`${pointer} has no answer that lets the customer go on`);
  submission.checklist[id] = inner === 'note' ? { answer, note: 'A note.' } : { answer };
};

/**
 * A complete submission for a request type, with no more answers than it asks for. Throws when a required answer cannot
 * be made up, such as a file or a text with a pattern.
 */
export const completeSubmission = (
  config: PortalConfig,
  requestType: string,
  { now, signedIn }: Wanted,
): Submission => {
  const type = config.requestTypes.find(({ id }) => id === requestType);
  if (!type) throw new Error(`There is no request type ${requestType}`);
  const timeZone = zoneOf(config);
  const submission: Submission = {
    ...{ requestType, configVersion: config.version, locale: config.portal.locale },
    ...{ answers: {}, checklist: {}, terms: {}, ...(signedIn ? {} : { guest: { ...GUEST } }) },
  };
  const date = (bound: string): string => resolveDate(bound, now, timeZone);
  for (let round = 0; round < ROUNDS; round += 1) {
    const issues = validateRequest(config, requestType, submission, { now, timeZone, signedIn });
    if (issues.length === 0) return submission;
    for (const issue of issues) mend(submission, type, issue, date);
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
