import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Rule } from 'portal-request-form/contract';
import { valueAt, type Path } from '../../settings/path.js';
import {
  readRows,
  ROW_OPERATORS,
  writeRows,
  type RowOperator,
  type RuleRow,
  type RuleRows,
} from '../../settings/rule-rows.js';
import { ruleSubjects, type RuleSubject } from '../../settings/rule-subjects.js';
import { choiceWords, grouped, idOf, languagesIn, set, type Editing, type Editor } from './editing.js';

interface Rules {
  readonly editing: Editing;
  readonly path: Path;
  readonly subjects: readonly RuleSubject[];
  readonly rows: RuleRows;
}

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
const withoutValue: readonly RowOperator[] = ['filled', 'empty'];

const write = ({ editing, path }: Rules, rows: RuleRows): void => {
  set(editing, path, writeRows(rows));
};

/** The value that a comparison begins with. */
const firstValue = (subject: RuleSubject | undefined): Rule => {
  if (subject?.value === 'yes-no') return true;
  if (subject?.value === 'number') return 0;
  return subject?.choices[0]?.id ?? '';
};

const changeRow = (rules: Rules, index: number, change: Partial<RuleRow>): void => {
  const rows = rules.rows.rows.map((row, at) => (at === index ? { ...row, ...change } : row));
  write(rules, { ...rules.rows, rows });
};

const readValue = (subject: RuleSubject | undefined, text: string): Rule => {
  if (subject?.value === 'yes-no') return text === 'true';
  if (subject?.value === 'number' && text !== '') return Number(text);
  return text;
};

const shownValue = (value: Rule): string =>
  Array.isArray(value)
    ? (value as readonly Rule[]).map(shownValue).join(', ')
    : typeof value === 'object'
      ? ''
      : String(value);

const option = (value: string, label: string, isChosen: boolean): TemplateResult =>
  html`<option value=${value} .selected=${live(isChosen)}>${label}</option>`;

const choiceLabel = (rules: Rules, { id, label }: RuleSubject['choices'][number]): string =>
  label === undefined
    ? choiceWords(rules.editing.words, id)
    : rules.editing.words.text(label, languagesIn(rules.editing).locale);

/** One of the values that are known, or what is there though it is unknown. */
const chooseValue = (rules: Rules, index: number, row: RuleRow, subject: RuleSubject): TemplateResult => {
  const { words } = rules.editing;
  const known =
    subject.value === 'yes-no'
      ? ([
          ['true', words.say('yes')],
          ['false', words.say('no')],
        ] as const)
      : subject.choices.map((one) => [one.id, choiceLabel(rules, one)] as const);
  const value = shownValue(row.value);
  const all = known.some(([one]) => one === value) ? known : [...known, [value, value] as const];
  return html`<select
    aria-label=${words.say('settings.rule.value')}
    @change=${(event: Event) => {
      changeRow(rules, index, { value: readValue(subject, typed(event)) });
    }}
  >
    ${all.map(([one, label]) => option(one, label, one === value))}
  </select>`;
};

const typeValue = (rules: Rules, index: number, row: RuleRow, subject: RuleSubject | undefined): TemplateResult => {
  const isList = row.operator === 'one-of';
  const shown = shownValue(row.value);
  const read = (text: string): Rule => {
    if (!isList) return readValue(subject, text);
    const parts = text.split(',').map((part) => part.trim());
    return parts.filter((part) => part !== '').map((part) => readValue(subject, part));
  };
  return html`<input
    aria-label=${rules.editing.words.say(isList ? 'settings.rule.values' : 'settings.rule.value')}
    .value=${live(shown)}
    @change=${(event: Event) => {
      changeRow(rules, index, { value: read(typed(event)) });
    }}
  />`;
};

const tickValues = (rules: Rules, index: number, row: RuleRow, subject: RuleSubject): TemplateResult => {
  const chosen: readonly Rule[] = Array.isArray(row.value) ? (row.value as readonly Rule[]) : [row.value];
  const tick = (id: string) => (event: Event) => {
    const isIn = (event.target as HTMLInputElement).checked;
    const value = subject.choices.map((one) => one.id).filter((one) => (one === id ? isIn : chosen.includes(one)));
    changeRow(rules, index, { value });
  };
  return html`<div class="ticks" role="group" aria-label=${rules.editing.words.say('settings.rule.values')}>
    ${subject.choices.map(
      (one) =>
        html`<label class="tick"
          ><input type="checkbox" .checked=${live(chosen.includes(one.id))} @change=${tick(one.id)} />
          ${choiceLabel(rules, one)}</label
        >`,
    )}
  </div>`;
};

const valueControl = (rules: Rules, index: number, row: RuleRow, subject: RuleSubject | undefined) => {
  if (withoutValue.includes(row.operator)) return nothing;
  const isChoice = subject !== undefined && (subject.value === 'choice' || subject.value === 'yes-no');
  if (!isChoice) return typeValue(rules, index, row, subject);
  if (row.operator === 'one-of' && subject.value === 'choice') return tickValues(rules, index, row, subject);
  return chooseValue(rules, index, row, subject);
};

const withOperator = (row: RuleRow, operator: RowOperator, subject: RuleSubject | undefined): RuleRow => {
  if (withoutValue.includes(operator)) return { ...row, operator, value: null };
  const single: Rule = Array.isArray(row.value) ? ((row.value as readonly Rule[])[0] ?? null) : row.value;
  const value = single ?? firstValue(subject);
  return { ...row, operator, value: operator === 'one-of' ? [value] : value };
};

const ruleRow = (rules: Rules, row: RuleRow, index: number): TemplateResult => {
  const { words } = rules.editing;
  const { locale } = languagesIn(rules.editing);
  const subject = rules.subjects.find(({ name }) => name === row.field);
  const known = subject ? rules.subjects : [...rules.subjects, { name: row.field, label: row.field }];
  const chooseField = (event: Event) => {
    const next = rules.subjects.find(({ name }) => name === typed(event));
    if (next)
      changeRow(rules, index, { ...withOperator({ ...row, value: null }, row.operator, next), field: next.name });
  };
  return html`<li class="rule-row">
    ${index > 0 ? html`<span class="rule-join">${words.say(`settings.rule.${rules.rows.join}`)}</span>` : nothing}
    <select aria-label=${words.say('settings.rule.field')} @change=${chooseField}>
      ${known.map(({ name, label }) => option(name, words.text(label, locale), name === row.field))}
    </select>
    <select
      aria-label=${words.say('settings.rule.operator')}
      @change=${(event: Event) => {
        changeRow(rules, index, withOperator(row, typed(event) as RowOperator, subject));
      }}
    >
      ${ROW_OPERATORS.map((one) => option(one, words.say(`settings.operator.${one}`), one === row.operator))}
    </select>
    ${valueControl(rules, index, row, subject)}
    <button
      type="button"
      class="button button-small"
      @click=${() => {
        write(rules, { ...rules.rows, rows: rules.rows.rows.filter((_, at) => at !== index) });
        rules.editing.focus(idOf(rules.path));
      }}
    >
      ${words.say('settings.rule.remove')}
    </button>
  </li>`;
};

const joinControl = (rules: Rules): TemplateResult => {
  const { words } = rules.editing;
  return html`<label class="beside"
    >${words.say('settings.rule.join')}
    <select
      @change=${(event: Event) => {
        write(rules, { ...rules.rows, join: typed(event) === 'or' ? 'or' : 'and' });
      }}
    >
      ${(['and', 'or'] as const).map((one) => option(one, words.say(`settings.rule.all-${one}`), one === rules.rows.join))}
    </select></label
  >`;
};

const ruleRows = (rules: Rules): TemplateResult => {
  const { rows } = rules.rows;
  const [first] = rules.subjects;
  const add = () => {
    if (first) write(rules, { ...rules.rows, rows: [...rows, { field: first.name, operator: 'filled', value: null }] });
  };
  return html`
    ${rows.length > 1 ? joinControl(rules) : nothing}
    <ul class="plain rule-rows">
      ${rows.map((row, index) => ruleRow(rules, row, index))}
    </ul>
    ${
      first
        ? html`<button type="button" class="button button-small" @click=${add}>
            ${rules.editing.words.say('settings.rule.add')}
          </button>`
        : html`<p class="hint">${rules.editing.words.say('settings.rule.nothing')}</p>`
    }
  `;
};

/** When something holds: rows of comparisons, with JSON for what rows cannot say. */
export const ruleEditor: Editor = (editing, path, property) => {
  const value = valueAt(editing.content, path);
  const rows = readRows(value);
  const { words } = editing;
  return grouped(
    editing,
    path,
    property,
    html`
      ${
        rows
          ? ruleRows({ editing, path, rows, subjects: ruleSubjects(editing.content, path) })
          : html`<p class="hint">${words.say('settings.rule.only-json')}</p>`
      }
      <details ?open=${rows === undefined}>
        <summary>${words.say('settings.rule.json')}</summary>
        <office-json-value
          .words=${words}
          .value=${value}
          .label=${`${words.say(property.label)}, JSON`}
          @value-changed=${(event: CustomEvent<{ value: unknown }>) => {
            set(editing, path, event.detail.value);
          }}
        ></office-json-value>
      </details>
    `,
  );
};
