import type { Field, FieldType } from '../../src/contract/index.js';
import { until, type Visit } from '../harness.js';

/** One row a field type: what conformance fills in, what it refuses, and how the answer reads in a summary. */
export interface FieldRow {
  readonly field: Field;
  /** What a person types or chooses; left out where there is nothing to fill in. */
  readonly typed?: string;
  /** How it is filled in, where that takes more than one control. */
  readonly fill?: (visit: Visit) => Promise<void>;
  /** How what is missing is named, where that is not by the label of the field. */
  readonly asks?: RegExp;
  /** The answer that is then sent. */
  readonly answer?: unknown;
  readonly summary?: string;
  /** Something that is refused, and the words that say how to mend it. */
  readonly refused?: { readonly typed: string; readonly says: RegExp };
}

const options = [
  { id: 'a', label: 'Apple' },
  { id: 'b', label: 'Banana' },
];
const common = { id: 'subject', label: 'Subject', help: 'A hint', required: true } as const;

export const fieldRows: { readonly [T in FieldType]: FieldRow } = {
  text: {
    field: { ...common, type: 'text', maxLength: 8 },
    typed: ' Boiler ',
    answer: 'Boiler',
    summary: 'Boiler',
    refused: { typed: 'much too long', says: /at most 8 characters/ },
  },
  textarea: {
    field: { ...common, type: 'textarea', minLength: 5 },
    typed: 'It does not work',
    answer: 'It does not work',
    summary: 'It does not work',
    refused: { typed: 'no', says: /at least 5 characters/ },
  },
  email: {
    field: { ...common, type: 'email' },
    typed: 'ann@example.com',
    answer: 'ann@example.com',
    summary: 'ann@example.com',
    refused: { typed: 'ann@', says: /like name@example\.com/ },
  },
  tel: {
    field: { ...common, type: 'tel' },
    typed: '06 123-456 78',
    answer: '0612345678',
    summary: '0612345678',
    refused: { typed: '06', says: /6 to 15 digits/ },
  },
  url: {
    field: { ...common, type: 'url' },
    typed: 'https://example.com/a',
    answer: 'https://example.com/a',
    summary: 'https://example.com/a',
    refused: { typed: 'javascript:alert(1)', says: /starts with https/ },
  },
  number: {
    field: { ...common, type: 'number', min: 1, max: 10, step: 0.5, unit: 'bar' },
    typed: '2,5',
    answer: 2.5,
    summary: '2.5 bar',
    refused: { typed: '11', says: /10 or less/ },
  },
  date: {
    field: { ...common, type: 'date', min: '2026-01-01' },
    typed: '2026-02-28',
    answer: '2026-02-28',
    refused: { typed: '2025-12-31', says: /or later/ },
  },
  time: {
    field: { ...common, type: 'time', min: '08:00' },
    typed: '14:30',
    answer: '14:30',
    summary: '14:30',
    refused: { typed: '07:30', says: /08:00/ },
  },
  select: { field: { ...common, type: 'select', options }, typed: 'Banana', answer: 'b', summary: 'Banana' },
  radio: { field: { ...common, type: 'radio', options }, typed: 'Apple', answer: 'a', summary: 'Apple' },
  checkboxes: {
    field: { ...common, type: 'checkboxes', options, maxSelected: 2 },
    typed: 'Banana',
    answer: ['b'],
    summary: 'Banana',
  },
  checkbox: { field: { ...common, type: 'checkbox' }, typed: 'Subject', answer: true, summary: 'Yes' },
  file: { field: { ...common, type: 'file', accept: ['image/*'], maxFiles: 2, maxBytes: 1000 } },
  signature: {
    field: { ...common, type: 'signature' },
    fill: async (visit) => {
      await visit.choose('Type my name instead');
      await visit.fill('Your name', ' Ann Lee ');
    },
    answer: { typedName: 'Ann Lee' },
    summary: 'Signed: Ann Lee',
  },
  appointment: {
    field: { ...common, type: 'appointment', min: '2027-03-01', max: '2027-03-05', parts: ['morning'], maxChoices: 1 },
    fill: (visit) => visit.press(/(2 March|March 2),? 2027.*morning/i),
    answer: [{ date: '2027-03-02', part: 'morning' }],
  },
  address: {
    field: { ...common, type: 'address' },
    fill: async (visit) => {
      await visit.fill('Postcode', '9713gp');
      await visit.fill('House number', '15');
      await until('the street', () => visit.root.querySelector('input[readonly]'));
    },
    answer: { postcode: '9713 GP', houseNumber: '15', street: 'Oosterhamrikkade', city: 'Groningen', country: 'NL' },
    summary: 'Oosterhamrikkade 15, 9713 GP Groningen',
  },
  lookup: { field: { ...common, type: 'lookup', source: 'assets' } },
  repeat: {
    field: {
      ...{ ...common, type: 'repeat', rowLabel: 'Room' },
      fields: [{ id: 'area', type: 'number', label: 'Area', required: true }],
    },
    fill: async (visit) => {
      await until('the row', () => visit.root.querySelector('[name=area]'));
      await visit.fill('Area', '2,5');
    },
    asks: /^Room 1, Area: /,
    answer: [{ area: 2.5 }],
    summary: '1. Area: 2.5',
  },
  note: { field: { id: 'subject', type: 'note', text: '**Mind** the gap' } },
};
