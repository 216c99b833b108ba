import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { listAt, valueAt, type Path } from '../../settings/path.js';
import type { Property } from '../../settings/properties.js';
import { languagesOf } from '../../settings/text-edit.js';
import {
  choiceWords,
  grouped,
  labelled,
  languagesIn,
  set,
  typedAt,
  wordsAt,
  type Editing,
  type Editor,
} from './editing.js';

const MEGABYTE = 1024 * 1024;

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
const ticked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

export const yesNoEditor: Editor = (editing, path, property) => {
  const { words } = editing;
  return labelled(
    editing,
    path,
    property,
    ({ id, by }) => html`
      <select
        id=${id}
        aria-describedby=${by}
        .value=${live(valueAt(editing.content, path) === true ? 'yes' : 'no')}
        @change=${(event: Event) => {
          set(editing, path, typed(event) === 'yes' || (property.isNeeded ? false : undefined));
        }}
      >
        <option value="no" ?selected=${valueAt(editing.content, path) !== true}>${words.say('no')}</option>
        <option value="yes" ?selected=${valueAt(editing.content, path) === true}>${words.say('yes')}</option>
      </select>
    `,
  );
};

const numeric =
  (step: string, unit: number): Editor =>
  (editing, path, property) => {
    const value = valueAt(editing.content, path);
    return labelled(
      editing,
      path,
      property,
      ({ id, by, invalid }) => html`
        <input
          id=${id}
          type="number"
          step=${step}
          min=${property.least ?? ''}
          max=${property.most ?? ''}
          aria-describedby=${by}
          aria-invalid=${invalid}
          .value=${live(typeof value === 'number' ? String(value / unit) : '')}
          @change=${(event: Event) => {
            const number = typed(event);
            set(editing, path, number === '' ? undefined : Math.round(Number(number) * unit * 1e6) / 1e6);
          }}
        />
      `,
    );
  };

export const numberEditor = numeric('any', 1);
export const wholeNumberEditor = numeric('1', 1);
export const megabytesEditor: Editor = (editing, path, property) => numeric('any', MEGABYTE)(editing, path, property);

/** A choice out of what is known, or none where there need not be any. */
const choose = (
  editing: Editing,
  path: Path,
  property: Property,
  options: readonly (readonly [value: string, label: string])[],
): TemplateResult => {
  const value = typedAt(editing, path);
  const isUnknown = value !== '' && !options.some(([one]) => one === value);
  const all = [
    ...(property.isNeeded && value !== '' ? [] : [['', editing.words.say('settings.no-choice')] as const]),
    ...options,
    ...(isUnknown ? [[value, value] as const] : []),
  ];
  return labelled(
    editing,
    path,
    property,
    ({ id, by, invalid }) => html`
      <select
        id=${id}
        aria-describedby=${by}
        aria-invalid=${invalid}
        @change=${(event: Event) => {
          set(editing, path, typed(event) || undefined);
        }}
      >
        ${all.map(([one, label]) => html`<option value=${one} .selected=${live(one === value)}>${label}</option>`)}
      </select>
    `,
  );
};

export const choiceEditor: Editor = (editing, path, property) =>
  choose(
    editing,
    path,
    property,
    (property.of ?? []).map((one) => [one, choiceWords(editing.words, one)] as const),
  );

/** The options that stand beside this property. */
const optionsBeside = (editing: Editing, path: Path): (readonly [string, string])[] =>
  listAt(editing.content, [...path.slice(0, -1), 'options']).map((option) => {
    const id = String(valueAt(option, ['id']));
    const label = valueAt(option, ['label']);
    return [id, editing.words.text(label as string, languagesIn(editing).locale) || id] as const;
  });

export const optionEditor: Editor = (editing, path, property) =>
  choose(editing, path, property, optionsBeside(editing, path));

export const ownLanguageEditor: Editor = (editing, path, property) =>
  choose(
    editing,
    path,
    property,
    languagesOf(languagesIn(editing)).map((one) => [one, editing.words.languageName(one)] as const),
  );

/** Several of what is known; the order is that in which they are offered. */
const tickSome = (
  editing: Editing,
  path: Path,
  property: Property,
  options: readonly (readonly [value: string, label: string])[],
  read: (value: string) => unknown = String,
): TemplateResult => {
  const chosen = wordsAt(editing, path);
  const tick = (value: string) => (event: Event) => {
    const isIn = (one: string): boolean => (one === value ? ticked(event) : chosen.includes(one));
    const next = options.filter(([one]) => isIn(one)).map(([one]) => read(one));
    set(editing, path, next.length > 0 || property.isNeeded ? next : undefined);
  };
  return grouped(
    editing,
    path,
    property,
    html`<div class="ticks">
      ${options.map(
        ([value, label]) =>
          html`<label class="tick"
            ><input type="checkbox" .checked=${live(chosen.includes(value))} @change=${tick(value)} /> ${label}</label
          >`,
      )}
    </div>`,
  );
};

export const choicesEditor: Editor = (editing, path, property) =>
  tickSome(
    editing,
    path,
    property,
    (property.of ?? []).map((one) => [one, choiceWords(editing.words, one)] as const),
  );

export const optionListEditor: Editor = (editing, path, property) =>
  tickSome(editing, path, property, optionsBeside(editing, path));

/** The languages that the form itself speaks. */
export const SPOKEN = ['nl', 'en', 'de', 'fr'];

/** The widget's own languages, and what else is there. */
export const languagesEditor: Editor = (editing, path, property) => {
  const all = [...new Set([...SPOKEN, ...wordsAt(editing, path)])];
  return tickSome(
    editing,
    path,
    property,
    all.map((one) => [one, editing.words.languageName(one)] as const),
  );
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

export const weekdaysEditor: Editor = (editing, path, property) => {
  const named = new Intl.DateTimeFormat(editing.words.language, { weekday: 'long', timeZone: 'UTC' });
  const options = WEEKDAYS.map((day) => [String(day), named.format(MONDAY + (day - 1) * DAY)] as const);
  return tickSome(editing, path, property, options, Number);
};

/** The request types that guests may ask for; all of them while none is ticked. */
export const guestTypesEditor: Editor = (editing, path, property) => {
  const { requestTypes } = editing.content.config;
  const { locale } = languagesIn(editing);
  return tickSome(
    editing,
    path,
    property,
    requestTypes.map(({ id, label }) => [id, editing.words.text(label, locale)] as const),
  );
};
