import type {
  Address,
  AppointmentChoice,
  Attachment,
  Field,
  FieldOf,
  FieldType,
  LookupAnswer,
  Option,
  Signature,
  Submission,
  Text,
} from 'portal-request-form/contract';
import type { OfficeRequest } from '../office-contract/index.js';
import type { Words } from './words.js';

/** What an answer is to the reader: words, several of them, a way to reach somebody, files to download, or rows of answers. */
export type AnswerView =
  | { kind: 'words'; text: string }
  | { kind: 'list' | 'ordered' | 'lines'; texts: readonly string[] }
  | { kind: 'email' | 'tel' | 'url'; text: string }
  | { kind: 'files'; files: readonly Attachment[] }
  | { kind: 'rows'; rows: readonly AnswerRow[] };

export interface LabelledAnswer {
  label: string;
  answer: AnswerView;
}

/** One row of a repeat; its title carries its number. */
export interface AnswerRow {
  title: string;
  answers: readonly LabelledAnswer[];
}

export interface AnswerSection {
  title: string;
  answers: readonly LabelledAnswer[];
}

/** How one reader sees the texts of one portal. */
export interface Reading {
  words: Words;
  text(text: Text | undefined): string;
}

type Describe<T extends FieldType> = (answer: unknown, field: FieldOf<T>, reading: Reading) => AnswerView;

const words = (text: string): AnswerView => ({ kind: 'words', text });
const plain = (answer: unknown): AnswerView => words(typeof answer === 'string' ? answer : JSON.stringify(answer));

const optionLabel = (options: readonly Option[], id: unknown, { text }: Reading): string => {
  const option = options.find((one) => one.id === id);
  return option ? text(option.label) : String(id);
};

const signature: Describe<'signature'> = (answer, _field, { words: { say } }) => {
  const { attachment, typedName = '' } = answer as Signature;
  return attachment ? { kind: 'files', files: [attachment] } : words(say('answer.typed-name', { name: typedName }));
};

const appointment: Describe<'appointment'> = (answer, _field, { words: { date, say } }) => ({
  kind: 'ordered',
  texts: (answer as readonly AppointmentChoice[]).map((one) => `${date(one.date)}, ${say(`part.${one.part}`)}`),
});

const address: Describe<'address'> = (answer, _field, reading) => {
  const { street, houseNumber, addition, postcode, city, country } = answer as Address;
  const abroad = country === 'NL' ? undefined : reading.words.countryName(country);
  return {
    kind: 'lines',
    texts: [
      [street, houseNumber, addition].filter(Boolean).join(' '),
      [[postcode, city].filter(Boolean).join(' '), abroad].filter(Boolean).join(', '),
    ],
  };
};

const rows: Describe<'repeat'> = (answer, { fields, rowLabel, label }, reading) => ({
  kind: 'rows',
  rows: (answer as readonly Submission['answers'][]).map((row, index) => ({
    title: `${reading.text(rowLabel ?? label)} ${index + 1}`,
    answers: answered(fields, row, reading),
  })),
});

const isAttachment = (value: unknown): value is Attachment =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value;

/** One description for each field type; a new type does not compile until it has one. */
const describers: { [T in FieldType]: Describe<T> } = {
  text: plain,
  textarea: plain,
  time: plain,
  note: plain,
  email: (answer) => ({ kind: 'email', text: String(answer) }),
  tel: (answer) => ({ kind: 'tel', text: String(answer) }),
  url: (answer) => ({ kind: 'url', text: String(answer) }),
  number: (answer, { unit }, reading) =>
    words([reading.words.number(Number(answer)), reading.text(unit)].filter(Boolean).join(' ')),
  date: (answer, _field, reading) => words(reading.words.date(String(answer))),
  select: (answer, { options }, reading) => words(optionLabel(options, answer, reading)),
  radio: (answer, { options }, reading) => words(optionLabel(options, answer, reading)),
  checkboxes: (answer, { options }, reading) => ({
    kind: 'list',
    texts: (Array.isArray(answer) ? answer : [answer]).map((id) => optionLabel(options, id, reading)),
  }),
  checkbox: (answer, _field, reading) => words(reading.words.say(answer === true ? 'yes' : 'no')),
  file: (answer) => ({ kind: 'files', files: Array.isArray(answer) ? answer.filter(isAttachment) : [] }),
  signature,
  appointment,
  address,
  lookup: (answer) => words((answer as LookupAnswer).label),
  repeat: rows,
};

const isAnswered = (answer: unknown): boolean =>
  answer !== undefined && answer !== null && answer !== '' && !(Array.isArray(answer) && answer.length === 0);

const answerOf = (answers: Submission['answers'], id: string): unknown =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;

/** One answer under the label it was asked with. */
export const describe = (field: Field, answer: unknown, reading: Reading): LabelledAnswer => {
  const describer = describers[field.type] as Describe<FieldType> | undefined;
  return { label: reading.text(field.label), answer: describer ? describer(answer, field, reading) : plain(answer) };
};

/** Those fields that were answered, in the order they were asked. */
export const answered = (
  fields: readonly Field[],
  answers: Submission['answers'],
  reading: Reading,
): LabelledAnswer[] =>
  fields
    .filter((field) => isAnswered(answerOf(answers, field.id)))
    .map((field) => describe(field, answerOf(answers, field.id), reading));

/** The answers of a request under the labels they were asked with, by section; what was not asked is not there. */
export const answerSections = (request: OfficeRequest, reading: Reading): AnswerSection[] => {
  const { answers } = request.submission;
  return request.definition.sections
    .map(({ title, fields }) => ({
      title: reading.text(title),
      answers: answered(fields, answers, reading),
    }))
    .filter((section) => section.answers.length > 0);
};

/** Answers that the request type has no field for: never expected, and never hidden from the office. */
export const strayAnswers = (request: OfficeRequest, reading: Reading): LabelledAnswer[] => {
  const known = new Set(request.definition.sections.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return Object.entries(request.submission.answers)
    .filter(([id]) => !known.has(id))
    .map(([id, answer]) => ({ label: reading.words.say('answer.unknown', { field: id }), answer: plain(answer) }));
};

/** How one reader sees this request. */
export const readingOf = (request: Pick<OfficeRequest, 'portalLocale'>, reader: Words): Reading => ({
  words: reader,
  text: (text) => reader.text(text, request.portalLocale),
});
