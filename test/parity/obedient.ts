import { KIND_ANSWERS, type ChecklistItem, type Field, type RequestType } from 'portal-request-form/contract';
import { resolveDate } from 'portal-request-form/rules';
import { reduce } from '../../src/state/reduce.js';
import type { EventName, EventOf } from '../../src/state/request-events.js';
import type { RequestState } from '../../src/state/request-state.js';
import { deriveView } from '../../src/state/request-view.js';
import { NOW } from './both-sides.js';

const ROUNDS = 40;
const FORMATS: Record<string, string> = { 'postcode-nl': '9712AB', kvk: '12345678', iban: 'NL91ABNA0417164300' };
const FILE = { name: 'a.png', type: 'image/png', size: 1 };

const date = (bound: string | undefined): string => resolveDate(bound ?? 'today', NOW, 'Europe/Amsterdam');

/** What somebody types who does no more than what is asked. */
const answers: { [T in Field['type']]?: (field: Extract<Field, { type: T }>) => unknown } = {
  text: ({ format, pattern }) => (pattern ? 'AB1234' : (FORMATS[format ?? ''] ?? 'x')),
  textarea: () => 'x',
  email: () => 'a@example.com',
  tel: () => '0612345678',
  url: () => 'https://example.com',
  number: ({ min }) => String(min ?? 0).replace('.', ','),
  date: ({ min }) => date(min),
  time: ({ min }) => min ?? '9:00',
  select: ({ options }) => options[0]?.id,
  radio: ({ options }) => options[0]?.id,
  checkboxes: ({ options }) => options.slice(0, 1).map(({ id }) => id),
  checkbox: () => true,
  file: ({ id }) => [{ ...FILE, id }],
  signature: () => ({ typedName: 'Ann' }),
  appointment: ({ min }) => [{ date: date(min), part: 'morning' }],
  address: () => ({ postcode: '9712 ab', houseNumber: '1', street: 'S', city: 'C' }),
  lookup: () => ({ id: 'a1', label: 'A' }),
  repeat: ({ fields }) => [Object.fromEntries(fields.map((field) => [field.id, answerTo(field)]))],
};

const answerTo = (field: Field): unknown => (answers[field.type] as ((field: Field) => unknown) | undefined)?.(field);

const itemEntry = (item: ChecklistItem) => ({
  answer: KIND_ANSWERS[item.kind].find((one) => one !== item.stopWhen),
  note: 'because',
  photos: [{ ...FILE, id: item.id }],
});

type AnyEvent = { [N in EventName]: EventOf<N> }[EventName];

/** What is done about one thing that is asked. */
const obey = (type: RequestType, pointer: string): AnyEvent | undefined => {
  const [, part, id = ''] = pointer.split('/');
  const field = type.sections.flatMap(({ fields }) => fields).find((one) => one.id === id);
  if (part === 'answers' && field) return { type: 'answered', field: id, answer: answerTo(field) };
  const item = type.checklist.find((one) => one.id === id);
  if (part === 'checklist' && item) return { type: 'checked', item: id, entry: itemEntry(item) };
  if (part === 'terms') return { type: 'accepted', term: id, version: '1' };
  return part === 'guest' ? { type: 'contacted', contact: { name: 'Ann', email: 'ann@example.com' } } : undefined;
};

/** Fills in what is asked until nothing is; nothing when an item can only be answered by what stops the request. */
export const fillInWhatIsAsked = (begun: RequestState): RequestState | undefined => {
  let state = begun;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { issues, type } = deriveView(state, NOW);
    if (issues.length === 0) return state;
    for (const { pointer } of issues) {
      const event = type && obey(type, pointer);
      if (event) state = reduce(state, event as EventOf<EventName>);
    }
  }
  const stuck = deriveView(state, NOW).issues;
  if (stuck.every(({ code }) => code === 'stopped')) return undefined;
  throw new Error(`Filling in what is asked does not end: ${JSON.stringify(stuck)}`);
};
