import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueAt, type Path } from '../../settings/path.js';
import { grouped, idOf, labelled, set, typedAt, type Editing, type Editor } from './editing.js';

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

export const timeEditor: Editor = (editing, path, property) =>
  labelled(
    editing,
    path,
    property,
    ({ id, by, invalid }) => html`
      <input
        id=${id}
        type="time"
        aria-describedby=${by}
        aria-invalid=${invalid}
        .value=${live(typedAt(editing, path))}
        @change=${(event: Event) => {
          set(editing, path, typed(event) || undefined);
        }}
      />
    `,
  );

type DayKind = 'none' | 'days' | 'date';

const kindOf = (value: string): DayKind => (value === '' ? 'none' : value.startsWith('today') ? 'days' : 'date');
const daysIn = (value: string): number => Number(/^today([+-]\d+)d$/.exec(value)?.[1] ?? 0);
const writeDays = (days: number): string => (days === 0 ? 'today' : `today${days > 0 ? '+' : ''}${days}d`);

const daysControl = (editing: Editing, path: Path, value: string): TemplateResult => html`
  <label class="beside"
    ><input
      type="number"
      step="1"
      .value=${live(String(daysIn(value)))}
      @change=${(event: Event) => {
        set(editing, path, writeDays(Math.trunc(Number(typed(event)))));
      }}
    />
    ${editing.words.say('settings.day.after-today')}</label
  >
`;

const dateControl = (editing: Editing, path: Path, value: string): TemplateResult => html`
  <label class="beside"
    ><span class="visually-hidden">${editing.words.say('settings.day.date')}</span
    ><input
      type="date"
      .value=${live(value)}
      @change=${(event: Event) => {
        if (typed(event) !== '') set(editing, path, typed(event));
      }}
  /></label>
`;

/** The first or last day that can be chosen: none, a day of the calendar, or one counted from today. */
export const dayEditor: Editor = (editing, path, property) => {
  const value = typedAt(editing, path);
  const kind = kindOf(value);
  const begin: Record<DayKind, () => string | undefined> = {
    none: () => undefined,
    days: () => 'today',
    date: () => new Date().toISOString().slice(0, 10),
  };
  const kinds = (['none', 'days', 'date'] as const).map(
    (one) =>
      html`<option value=${one} .selected=${live(one === kind)}>${editing.words.say(`settings.day.${one}`)}</option>`,
  );
  return grouped(
    editing,
    path,
    property,
    html`<div class="row">
      <select
        aria-label=${editing.words.say(property.label)}
        @change=${(event: Event) => {
          set(editing, path, begin[typed(event) as DayKind]());
        }}
      >
        ${kinds}
      </select>
      ${kind === 'days' ? daysControl(editing, path, value) : nothing}
      ${kind === 'date' ? dateControl(editing, path, value) : nothing}
    </div>`,
  );
};

const FIRST_COLOUR = '#0a5a7c';

export const colourEditor: Editor = (editing, path, property) => {
  const value = valueAt(editing.content, path);
  return grouped(
    editing,
    path,
    property,
    html`<div class="row">
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${live(value !== undefined)}
          @change=${(event: Event) => {
            set(editing, path, (event.target as HTMLInputElement).checked ? FIRST_COLOUR : undefined);
          }}
        />
        ${editing.words.say('settings.colour.own')}</label
      >
      ${
        value === undefined
          ? nothing
          : html`<input
              type="color"
              aria-label=${editing.words.say(property.label)}
              .value=${live(typedAt(editing, path))}
              @change=${(event: Event) => {
                set(editing, path, typed(event));
              }}
            />`
      }
    </div>`,
  );
};

const FIRST_DAYS = 365;

/** Whether finished requests are removed, after how many days, and how. */
export const retentionEditor: Editor = (editing, path, property) => {
  const { words } = editing;
  const action = typedAt(editing, [...path, 'action']);
  const days = valueAt(editing.content, [...path, 'days']);
  const actions = ['', 'anonymise', 'delete'].map(
    (one) =>
      html`<option value=${one} .selected=${live(one === action)}>
        ${words.say(one === '' ? 'settings.retention.keep' : `settings.retention.${one as 'delete' | 'anonymise'}`)}
      </option>`,
  );
  const choose = (event: Event) => {
    const next = typed(event);
    set(editing, path, next === '' ? undefined : { days: days ?? FIRST_DAYS, action: next });
  };
  return grouped(
    editing,
    path,
    property,
    html`<div class="row">
      <select aria-label=${words.say(property.label)} @change=${choose}>
        ${actions}
      </select>
      ${
        action === ''
          ? nothing
          : html`<label class="beside" for="${idOf(path)}-days"
              ><input
                id="${idOf(path)}-days"
                type="number"
                min="1"
                step="1"
                .value=${live(typedAt(editing, [...path, 'days']))}
                @change=${(event: Event) => {
                  set(editing, [...path, 'days'], Math.trunc(Number(typed(event))));
                }}
              />
              ${words.say('settings.retention.days')}</label
            >`
      }
    </div>`,
  );
};
