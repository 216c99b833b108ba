import type {
  ChecklistAnswer,
  Field,
  FieldOf,
  Guest,
  PortalConfig,
  RequestType,
  Submission,
  Term,
  TermAnswer,
} from '../contract/index.js';
import { isAnswered, isRecord, lookupVisible, rowOf, type Lookup, type Visibility } from '../rules/index.js';
import type { ItemEntry, RequestState } from './request-state.js';
import { withoutKey, type RowAnswers } from './rows.js';

/** A row with what it shows and nothing else. */
const rowToSend = (field: FieldOf<'repeat'>, row: RowAnswers, outer: Lookup): RowAnswers => {
  const given = withoutKey(row);
  const { visible } = rowOf(field, given, outer);
  const isSent = (id: string): boolean => !field.fields.some((one) => one.id === id) || visible.has(id);
  return Object.fromEntries(Object.entries(given).filter(([id, answer]) => isSent(id) && isAnswered(answer)));
};

const rowsToSend = (field: FieldOf<'repeat'>, answer: unknown, outer: Lookup): unknown =>
  Array.isArray(answer) ? answer.map((row: unknown) => (isRecord(row) ? rowToSend(field, row, outer) : row)) : answer;

const answersOf = (state: RequestState, type: RequestType, visible: Visibility): Submission['answers'] => {
  const lookup = lookupVisible(type, visible, state.answers, givenItems(state));
  const sent = (field: Field): unknown => {
    const answer = state.answers.get(field.id);
    return field.type === 'repeat' ? rowsToSend(field, answer, lookup) : answer;
  };
  return Object.fromEntries(
    type.sections
      .flatMap((section) => section.fields)
      .filter((field) => visible.fields.has(field.id) && isAnswered(state.answers.get(field.id)))
      .map((field) => [field.id, sent(field)]),
  );
};

const itemAnswer = (entry: ItemEntry, note: boolean, photos: boolean): ChecklistAnswer | undefined =>
  entry.answer && {
    answer: entry.answer,
    ...(note && entry.note?.trim() ? { note: entry.note } : {}),
    ...(photos && entry.photos?.length ? { photos: [...entry.photos] } : {}),
  };

/** Whether this answer to an item asks for a note, or for a photo. */
export const asksFor = (list: readonly string[] | undefined, answer: string | undefined): boolean =>
  answer !== undefined && (list?.includes(answer) ?? false);

/** The checklist items that have an answer, as the rules know them. */
export const givenItems = (state: RequestState): ReadonlyMap<string, ChecklistAnswer> => {
  const given = new Map<string, ChecklistAnswer>();
  for (const [id, entry] of state.checklist) {
    const answer = itemAnswer(entry, true, true);
    if (answer) given.set(id, answer);
  }
  return given;
};

const checklistOf = (state: RequestState, type: RequestType, visible: Visibility): Submission['checklist'] => {
  const given: [string, ChecklistAnswer][] = [];
  for (const item of type.checklist) {
    const entry = visible.items.has(item.id) ? state.checklist.get(item.id) : undefined;
    const answer =
      entry && itemAnswer(entry, asksFor(item.noteWhen, entry.answer), asksFor(item.photoWhen, entry.answer));
    if (answer) given.push([item.id, answer]);
  }
  return Object.fromEntries(given);
};

/** Whether this version was accepted with an earlier request, and the portal remembers it. */
export const isRemembered = ({ accepted, version }: Term): boolean => accepted?.version === version;

/** The version of a term that counts as accepted now: remembered and not taken back, or accepted in this request. */
export const acceptedVersion = ({ terms }: RequestState, term: Term): string | undefined => {
  const given = terms.get(term.id);
  return isRemembered(term) && given !== '' ? term.version : given || undefined;
};

const isSameTerm = (one: Term, other: Term): boolean =>
  one.id === other.id &&
  JSON.stringify([one.version, one.text, one.url]) === JSON.stringify([other.version, other.text, other.url]);

/** What a portal that remembers says of its terms once this request was sent, at `at` (RFC 3339). */
export const rememberTerms = (
  state: RequestState,
  config: PortalConfig,
  sent: RequestType,
  at: string,
): PortalConfig => {
  const after = (term: Term): Term => {
    const asked = sent.terms.find((one) => isSameTerm(one, term));
    const isAccepted = asked && acceptedVersion(state, asked) === asked.version;
    if (!asked || isAccepted === isRemembered(term)) return term;
    return { ...term, accepted: isAccepted ? { version: term.version, at } : undefined };
  };
  const requestTypes = config.requestTypes.map((type) => ({ ...type, terms: type.terms.map(after) }));
  return { ...config, requestTypes };
};

const termsOf = (state: RequestState, type: RequestType): Submission['terms'] =>
  Object.fromEntries(
    type.terms.map((term): [string, TermAnswer] => {
      const accepted = acceptedVersion(state, term);
      return [term.id, { version: accepted ?? term.version, accepted: accepted !== undefined }];
    }),
  );

const guestOf = (contact: Partial<Guest>): Guest => ({
  name: contact.name ?? '',
  email: contact.email ?? '',
  ...(contact.phone ? { phone: contact.phone } : {}),
});

/** What would be sent now: only what is visible and answered. */
export const toSubmission = (
  state: RequestState,
  type: RequestType,
  visible: Visibility,
  locale: string,
): Submission => ({
  requestType: type.id,
  configVersion: state.config?.version ?? '',
  locale,
  answers: answersOf(state, type, visible),
  checklist: checklistOf(state, type, visible),
  terms: termsOf(state, type),
  ...(state.customer ? {} : { guest: guestOf(state.contact) }),
});
