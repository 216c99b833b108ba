import type { FieldType, Rule } from '../../contract/index.js';
import type { Clause } from './condition.js';
import type { Draft, DraftForm, DraftSection, Reading } from './draft.js';
import { createIds } from './ids.js';
import { defined, isObject, listOf, numberOf, wordOf } from './json.js';
import { resolverOf, type Resolve, type Target } from './names.js';
import type { Notes } from './notes.js';
import { ruleOf } from './rule-of.js';
import { anyOf, humanised } from './texts.js';

/** What one form may hold, so that `parseConfig` takes it. */
const MOST_FIELDS = 2_000;
const MOST_OPTIONS = 5_000;

/** A configuration in the making, and which draft each of its fields comes from. */
export interface Assembled {
  readonly json: Readonly<Record<string, unknown>>;
  readonly origins: ReadonlyMap<object, Draft>;
}

interface Desk {
  readonly notes: Notes;
  readonly resolve: Resolve;
  readonly targets: ReadonlyMap<Draft, Target>;
  readonly origins: Map<object, Draft>;
}

const optionIds = (draft: Draft): ReadonlyMap<string, string> => {
  const idFor = createIds();
  const ids = new Map<string, string>();
  for (const { value } of draft.options ?? []) if (!ids.has(value)) ids.set(value, idFor(value, 'option'));
  for (const { value, aliases = [] } of draft.options ?? []) {
    for (const alias of aliases) if (!ids.has(alias)) ids.set(alias, ids.get(value) ?? '');
  }
  return ids;
};

const nameOf = (draft: Draft): string => anyOf(draft.label) || draft.key;

/** All fields of a form get their ids first, for rules may look forward. */
const targetsOf = (form: DraftForm): Target[] => {
  const idFor = createIds();
  const target = (draft: Draft, repeat: Draft | undefined): Target => ({
    draft,
    repeat,
    id: idFor(draft.key, draft.type),
    optionIds: optionIds(draft),
  });
  return form.sections
    .flatMap(({ fields }) => fields)
    .flatMap((draft) => [target(draft, undefined), ...(draft.rows ?? []).map((row) => target(row, draft))]);
};

/** The rules of the clauses that can be said; those that cannot are noted. */
const rulesOf = (clauses: readonly Clause[], target: Target, { notes, resolve }: Desk): Rule[] =>
  clauses.flatMap(({ where, source, condition }) => {
    const made = condition ? ruleOf(condition, (name) => resolve(name, target)) : { reason: 'condition' as const };
    if ('rule' in made) return [made.rule];
    notes.leave(where, `condition ${source}`, made.reason);
    return [];
  });

const together = (rules: readonly Rule[]): Rule | undefined => (rules.length > 1 ? { and: rules } : rules[0]);

type Start = (target: Target) => unknown;

const startChoice: Start = ({ draft, optionIds: ids }) => ids.get(wordOf(draft.initial) ?? '');
const startText: Start = ({ draft }) => wordOf(draft.initial);
const startChoices: Start = ({ draft: { initial }, optionIds: ids }) => {
  const words = isObject(initial) ? Object.keys(initial).filter((key) => initial[key] === true) : listOf(initial);
  const chosen = words.flatMap((word) => ids.get(wordOf(word) ?? '') ?? []);
  return chosen.length > 0 ? chosen : undefined;
};

/** The value that a field starts with, in the field's own words; undefined when it does not fit. */
const starts: Readonly<Partial<Record<FieldType, Start>>> = {
  text: startText,
  textarea: startText,
  email: startText,
  tel: startText,
  url: startText,
  select: startChoice,
  radio: startChoice,
  checkboxes: startChoices,
  checkbox: ({ draft: { initial } }) => (initial === true || initial === 'true' ? true : undefined),
  number: ({ draft }) => numberOf(draft.initial),
  date: ({ draft }) => /^\d{4}-\d{2}-\d{2}/.exec(wordOf(draft.initial) ?? '')?.[0],
  time: ({ draft }) => /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(wordOf(draft.initial) ?? '')?.[0],
};

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.every((one) => isNothing(one) || isObject(one))) ||
  (isObject(value) && Object.values(value).every((one) => isNothing(one) || isObject(one)));

const startOf = (target: Target, notes: Notes): unknown => {
  const { draft } = target;
  const initial = isNothing(draft.initial) ? undefined : starts[draft.type]?.(target);
  if (initial === undefined && !isNothing(draft.initial))
    notes.leave(draft.where, `start value of “${nameOf(draft)}”`, 'default-value');
  return initial;
};

/** Whether and when it is shown and required. What lost a condition is not required, for it may not concern everyone. */
const whenOf = (target: Target, desk: Desk): Record<string, unknown> => {
  const { draft } = target;
  const visible = rulesOf(draft.visibleWhen, target, desk);
  const isWhole = visible.length === draft.visibleWhen.length;
  const required = draft.requiredWhen ? together(rulesOf([draft.requiredWhen], target, desk)) : undefined;
  if (!isWhole && (draft.isRequired || required !== undefined)) {
    desk.notes.leave(draft.where, `“required” of “${nameOf(draft)}”`, 'optional-now');
  }
  return {
    visibleWhen: together(visible),
    required: isWhole && draft.isRequired ? true : undefined,
    requiredWhen: isWhole && !draft.isRequired ? required : undefined,
  };
};

const optionsOf = ({ draft, optionIds: ids }: Target, notes: Notes): unknown => {
  if (!draft.options) return undefined;
  if (draft.options.length > MOST_OPTIONS)
    notes.leave(draft.where, `choices of “${nameOf(draft)}”`, 'too-many-choices');
  const seen = new Set<string>();
  return draft.options
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .slice(0, MOST_OPTIONS)
    .map(({ value, label }) => ({ id: ids.get(value) ?? '', label: label === '' ? value : label }));
};

const fieldOf = (draft: Draft, desk: Desk): readonly object[] => {
  const target = desk.targets.get(draft);
  if (!target) return [];
  const rows = draft.rows?.flatMap((row) => fieldOf(row, desk));
  const field = defined({
    id: target.id,
    type: draft.type,
    label: draft.type === 'note' ? draft.label || undefined : draft.label || humanised(draft.key) || target.id,
    help: draft.help || undefined,
    ...whenOf(target, desk),
    ...draft.settings,
    initial: startOf(target, desk.notes),
    options: optionsOf(target, desk.notes),
    fields: rows,
  });
  if (field['readOnly'] === true && field['initial'] === undefined) {
    desk.notes.leave(draft.where, `“${nameOf(draft)}”`, 'read-only-empty');
    return [];
  }
  desk.origins.set(field, draft);
  return [field];
};

/** The sections with as many of their fields as a request type may have. */
const withinLimit = ({ sections }: DraftForm, notes: Notes): readonly DraftSection[] => {
  let count = 0;
  const fits = (draft: Draft): boolean => {
    count += 1 + (draft.rows?.length ?? 0);
    if (count > MOST_FIELDS) notes.leave(draft.where, `“${nameOf(draft)}”`, 'too-many');
    return count <= MOST_FIELDS;
  };
  return sections.map((section) => ({ ...section, fields: section.fields.filter(fits) }));
};

const typeOf = (form: DraftForm, id: string, notes: Notes, origins: Map<object, Draft>): object => {
  const limited = { ...form, sections: withinLimit(form, notes) };
  const targets = targetsOf(limited);
  const byDraft = new Map(targets.map((target) => [target.draft, target]));
  const desk: Desk = { notes, origins, targets: byDraft, resolve: resolverOf(targets) };
  const sectionId = createIds();
  const sections = limited.sections.map((section) =>
    defined({
      id: sectionId(section.key, 'section'),
      title: section.title || undefined,
      fields: section.fields.flatMap((draft) => fieldOf(draft, desk)),
    }),
  );
  return defined({
    id,
    label: form.label || humanised(form.key) || id,
    description: form.description || undefined,
    sections: sections.filter(({ fields }) => listOf(fields).length > 0),
    checklist: [],
    terms: [],
  });
};

/** A configuration as JSON, still to be checked. Conditions that cannot be said are noted. */
export const assemble = ({ forms, name }: Reading, locale: string, notes: Notes): Assembled => {
  const idFor = createIds();
  const origins = new Map<object, Draft>();
  const requestTypes = forms.map((form) => typeOf(form, idFor(form.key, 'request'), notes, origins));
  const json = {
    version: '1',
    portal: {
      name: name ?? forms[0]?.label ?? 'Portal',
      locale,
      locales: [locale, ...[...notes.languages].filter((one) => one !== locale)],
    },
    access: { signIn: ['code'], guests: true },
    requestTypes,
  };
  return { json, origins };
};
