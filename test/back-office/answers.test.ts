import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Field, Option, RequestType } from 'portal-request-form/contract';
import { answerSections, readingOf, strayAnswers } from '../../demo/back-office/answers.js';
import { createWords } from '../../demo/back-office/words.js';
import type { OfficeRequest } from '../../demo/office-contract/index.js';

const yesNo: Option[] = [
  { id: 'y', label: { nl: 'Jazeker', en: 'Yes indeed' } },
  { id: 'n', label: { nl: 'Liever niet' } },
];

const fields: Field[] = [
  { id: 'name', type: 'text', label: { nl: 'Naam', de: 'Name (de)' } },
  { id: 'count', type: 'number', label: 'Count', unit: { en: 'pieces', nl: 'stuks' } },
  { id: 'day', type: 'date', label: 'Day' },
  { id: 'one', type: 'radio', label: 'One', options: yesNo },
  { id: 'some', type: 'checkboxes', label: 'Some', options: yesNo },
  { id: 'agreed', type: 'checkbox', label: 'Agreed' },
  { id: 'photos', type: 'file', label: 'Photos' },
  { id: 'signed', type: 'signature', label: 'Signature' },
  { id: 'when', type: 'appointment', label: 'When' },
  { id: 'where', type: 'address', label: 'Where', countries: ['NL', 'BE'] },
  { id: 'asset', type: 'lookup', label: 'Asset', source: 'assets' },
  {
    ...{ id: 'units', type: 'repeat', label: 'Units', rowLabel: { en: 'Unit', nl: 'Toestel' } },
    fields: [
      { id: 'brand', type: 'text', label: 'Brand' },
      { id: 'unit-kind', type: 'radio', label: 'Kind', options: yesNo },
    ],
  },
];

const definition: RequestType = {
  id: 'fault',
  label: 'Fault',
  sections: [
    { id: 's', title: { nl: 'Sectie' }, fields },
    { id: 'empty', fields: [{ id: 'x', type: 'text', label: 'X' }] },
  ],
  checklist: [],
  terms: [],
};

const requestWith = (answers: Record<string, unknown>): OfficeRequest => ({
  ...{ id: '1', reference: 'PR-2026-000001', requestType: 'fault', title: 'Fault', portalLocale: 'nl' },
  ...{
    status: 'submitted',
    submittedAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    isUnread: false,
    definition,
    configVersion: '1',
  },
  customer: { name: 'A', email: 'a@example.com', guest: true },
  submission: { requestType: 'fault', configVersion: '1', locale: 'de', answers, checklist: {}, terms: {} },
  ...{ attachments: [], acceptedTerms: [], duplicates: [], history: [], replies: [], digest: '' },
});

const english = readingOf({ portalLocale: 'nl' }, createWords('en'));

const shown = (answers: Record<string, unknown>) =>
  answerSections(requestWith(answers), english).flatMap((section) => section.answers);

it('a text that misses the reader’s language is read in the portal’s own, not in the first', () => {
  const [answer] = shown({ name: 'Jan' });
  assert.deepEqual(answer, { label: 'Naam', answer: { kind: 'words', text: 'Jan' } });
});

it('options are shown by their labels, and one that is gone by its id', () => {
  assert.deepEqual(
    shown({ one: 'y', some: ['n', 'gone'] }).map(({ answer }) => answer),
    [
      { kind: 'words', text: 'Yes indeed' },
      { kind: 'list', texts: ['Liever niet', 'gone'] },
    ],
  );
});

it('numbers carry their unit and dates are written out, in the reader’s language', () => {
  const answers = { count: 1234.5, day: '2026-12-03' };
  const texts = (language: 'nl' | 'en') =>
    answerSections(requestWith(answers), readingOf({ portalLocale: 'nl' }, createWords(language)))
      .flatMap((section) => section.answers)
      .map(({ answer }) => (answer.kind === 'words' ? answer.text : answer.kind))
      .join(' / ');
  assert.match(texts('en'), /^1,234\.5 pieces \/ Thursday,? 3 December 2026$/);
  assert.equal(texts('nl'), '1.234,5 stuks / donderdag 3 december 2026');
});

it('what was not answered is not there, and no is an answer', () => {
  assert.deepEqual(shown({ name: '', some: [], agreed: false }), [
    { label: 'Agreed', answer: { kind: 'words', text: 'No' } },
  ]);
  assert.deepEqual(answerSections(requestWith({}), english), []);
});

it('files stay files, and an answer without a field is shown all the same', () => {
  const photo = { id: 'a1', name: 'a.png', type: 'image/png', size: 3 };
  assert.deepEqual(shown({ photos: [photo] })[0]?.answer, { kind: 'files', files: [photo] });
  const [stray] = strayAnswers(requestWith({ name: 'Jan', extra: { deep: 1 } }), english);
  assert.deepEqual(stray, { label: 'Answer without a field: extra', answer: { kind: 'words', text: '{"deep":1}' } });
});

it('a signature is the name that was typed, said to be typed, or the drawing', () => {
  const drawing = { id: 'a1', name: 'signature.png', type: 'image/png', size: 3 };
  const [typed] = shown({ signed: { typedName: 'Jan Jansen' } });
  assert.deepEqual(typed?.answer, { kind: 'words', text: 'Jan Jansen (typed name)' });
  const [drawn] = shown({ signed: { attachment: drawing } });
  assert.deepEqual(drawn?.answer, { kind: 'files', files: [drawing] });
});

it('appointments stand in the order of preference', () => {
  const when = [
    { date: '2026-12-04', part: 'afternoon' },
    { date: '2026-12-03', part: 'morning' },
  ];
  const [answer] = shown({ when });
  assert.ok(answer?.answer.kind === 'ordered');
  assert.match(answer.answer.texts.join(' / '), /^Friday,? 4 December 2026, afternoon \/ Thursday,? 3 .*, morning$/);
});

it('an address has two lines, and a country when it is abroad', () => {
  const home = { postcode: '9712 AB', houseNumber: '12', street: 'Singel', city: 'Groningen', country: 'NL' };
  const lines = (where: object) => shown({ where }).map(({ answer }) => ('texts' in answer ? answer.texts : answer))[0];
  assert.deepEqual(lines({ ...home, addition: 'A' }), ['Singel 12 A', '9712 AB Groningen']);
  assert.deepEqual(lines({ ...home, country: 'BE' }), ['Singel 12', '9712 AB Groningen, Belgium']);
});

it('a choice from the back office is shown by its label, and rows are numbered groups', () => {
  const [asset, units] = shown({
    asset: { id: 'dv-001', label: 'Remeha Quinta' },
    units: [{ brand: 'Nefit', 'unit-kind': 'y' }, { 'unit-kind': 'n' }],
  });
  assert.deepEqual(asset?.answer, { kind: 'words', text: 'Remeha Quinta' });
  const kind = (text: string) => ({ label: 'Kind', answer: { kind: 'words', text } });
  assert.deepEqual(units?.answer, {
    kind: 'rows',
    rows: [
      { title: 'Unit 1', answers: [{ label: 'Brand', answer: { kind: 'words', text: 'Nefit' } }, kind('Yes indeed')] },
      { title: 'Unit 2', answers: [kind('Liever niet')] },
    ],
  });
});

it('a field called like a part of every object is not mistaken for an answer', () => {
  const strange: RequestType = {
    ...definition,
    sections: [{ id: 's', fields: [{ id: 'constructor', type: 'text', label: 'C' }] }],
  };
  assert.deepEqual(answerSections({ ...requestWith({}), definition: strange }, english), []);
});
