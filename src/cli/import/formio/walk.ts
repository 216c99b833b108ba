import type { Draft } from '../draft.js';
import { headingNote, textNote } from '../draft.js';
import { hasPicture, markdown } from '../html.js';
import { countOf, defined, get, isObject, isSet, listOf, step, stringOf } from '../json.js';
import { likenessOf } from '../likeness.js';
import { draftsOf } from '../part.js';
import { anyOf, humanised, textOf } from '../texts.js';
import { logicOf, shownWhen } from './conditions.js';
import { leaveSettings } from './left.js';
import { partsOf } from './parts.js';
import { baseOf } from './base.js';
import { typeOf, type Located, type Place } from './place.js';

/** Deeper than this nobody lays out questions. */
const DEEPEST = 40;

const SILENT: ReadonlySet<string> = new Set([
  'button',
  'btnsubmit',
  'btnreset',
  'recaptcha',
  'captcha',
  'hcaptcha',
  'spacer',
  'modaledit',
]);
const ROWS: ReadonlySet<string> = new Set(['datagrid', 'editgrid', 'dynamicwizard', 'datatable']);

const located = (list: unknown, where: string): Located[] =>
  listOf(list).map((component, index) => ({ where: where + step(index), component }));

/** The components inside one, whatever lays them out: columns, cells of a table, tabs, or nothing special. */
const innerOf = (component: unknown, where: string): Located[] => {
  const cells = listOf(get(component, 'rows')).flatMap((row, index) =>
    listOf(row).flatMap((cell, nth) =>
      located(get(cell, 'components'), `${where}/rows${step(index)}${step(nth)}/components`),
    ),
  );
  const columns = listOf(get(component, 'columns')).flatMap((column, index) =>
    located(get(column, 'components'), `${where}/columns${step(index)}/components`),
  );
  return [...columns, ...cells, ...located(get(component, 'components'), `${where}/components`)];
};

/** The place inside a component: its conditions hold there, too. */
const inside = (component: unknown, where: string, place: Place): Place => {
  const key = stringOf(get(component, 'key'));
  const logic = logicOf(component, where);
  for (const at of logic.others) place.desk.notes.leave(at, `action of “${key ?? typeOf(component)}”`, 'logic');
  const isPath = ['container', 'form'].includes(typeOf(component)) || ROWS.has(typeOf(component));
  return {
    ...place,
    prefix: isPath && key !== undefined ? `${place.prefix}${key}.` : place.prefix,
    visibleWhen: [...place.visibleWhen, ...shownWhen(component, where), ...logic.visibleWhen],
    depth: place.depth + 1,
  };
};

const titleOf = (component: unknown, place: Place): string => {
  const title = get(component, 'title') ?? get(component, 'legend');
  const isShown =
    ['panel', 'fieldset', 'well', 'tab'].includes(typeOf(component)) || get(component, 'legend') !== undefined;
  return isShown && !isSet(get(component, 'hideLabel')) ? anyOf(textOf(title, place.desk)) : '';
};

const keyOf = (component: unknown, place: Place): string =>
  place.prefix + (stringOf(get(component, 'key')) ?? (typeOf(component) || 'field'));

/** The fields of a group, with its title as a heading. */
const group = ({ where, component }: Located, place: Place): Draft[] => {
  const within = inside(component, where, place);
  const title = titleOf(component, place);
  const fields = innerOf(component, where).flatMap((one) => readComponent(one, within));
  const isWorth = title !== '' && fields.length > 0;
  return isWorth ? [headingNote(where, keyOf(component, place), title, within.visibleWhen), ...fields] : fields;
};

const note = ({ where, component }: Located, place: Place): Draft[] => {
  const html = get(component, 'html') ?? get(component, 'content');
  const heading = /^h[1-6]$/.exec(stringOf(get(component, 'tag')) ?? '') ? '### ' : '';
  const text = textOf(html, place.desk, markdown);
  if (hasPicture(html)) place.desk.notes.leave(where, 'picture', 'picture');
  if (text === undefined) return [];
  if (anyOf(text).includes('{{')) place.desk.notes.leave(where, `text “${anyOf(text)}”`, 'piped-text');
  const within = inside(component, where, place);
  return [
    textNote(where, keyOf(component, place), typeof text === 'string' ? heading + text : text, within.visibleWhen),
  ];
};

/** Rows of questions; rows inside of rows are left out. */
const rows = ({ where, component }: Located, place: Place): Draft[] => {
  const { notes } = place.desk;
  const base = baseOf({ where, component }, keyOf(component, place), place);
  if (place.isRow) {
    for (const { where: at, component: one } of innerOf(component, where)) {
      const what = `question “${anyOf(textOf(get(one, 'label'), place.desk)) || typeOf(one)}”`;
      if (get(one, 'input') !== false) notes.question(at, what);
      notes.leave(at, what, 'nested-repeat');
    }
    return [];
  }
  const within: Place = { ...inside(component, where, place), visibleWhen: [], isRow: true };
  const fields = innerOf(component, where).flatMap((one) => readComponent(one, within));
  const count = (name: string): number | undefined =>
    countOf(get(component, 'validate', name) ?? get(component, name), 1);
  const settings = defined({ minRows: count('minLength'), maxRows: count('maxLength') });
  leaveSettings({ where, component }, base.label, notes);
  return draftsOf({ ...base, initial: undefined }, [{ type: 'repeat', rows: fields, settings }]);
};

const isNeverShown = (component: unknown): boolean => {
  const isShownByLogic = listOf(get(component, 'logic')).some((rule) => JSON.stringify(rule).includes('"hidden"'));
  return (
    isSet(get(component, 'hidden')) && !isShownByLogic && stringOf(get(component, 'customConditional')) === undefined
  );
};

const isCalculated = (component: unknown): boolean =>
  isSet(get(component, 'disabled')) &&
  (stringOf(get(component, 'calculateValue')) !== undefined || isObject(get(component, 'calculateValue')));

const question = ({ where, component }: Located, place: Place): Draft[] => {
  const { notes } = place.desk;
  const label = textOf(get(component, 'label'), place.desk) ?? humanised(stringOf(get(component, 'key')) ?? '');
  const what = `question “${anyOf(label)}” (${stringOf(get(component, 'type')) ?? 'no type'})`;
  const asks = notes.question(where, what);
  const parts = partsOf({ where, component }, place);
  if (typeof parts === 'string') {
    notes.leave(where, what, parts);
    return [];
  }
  leaveSettings({ where, component }, label, notes);
  return draftsOf({ ...baseOf({ where, component }, keyOf(component, place), place), asks }, parts);
};

/** What is not asked of anyone, and so is no question. */
const notAsked = ({ where, component }: Located, { desk }: Place): boolean => {
  const what = `“${stringOf(get(component, 'label')) ?? stringOf(get(component, 'key')) ?? ''}”`;
  const reason =
    typeOf(component) === 'hidden' || isNeverShown(component)
      ? 'hidden'
      : isCalculated(component)
        ? 'calculated'
        : undefined;
  if (reason) desk.notes.leave(where, what, reason);
  return reason !== undefined;
};

const NOTES: ReadonlySet<string> = new Set(['content', 'htmlelement', 'header', 'heading', 'paragraph', 'html']);

const isNote = (component: unknown, type: string): boolean =>
  NOTES.has(type) || (likenessOf(type) === 'note' && get(component, 'components') === undefined);

const readComponent = (one: Located, place: Place): Draft[] => {
  const { where, component } = one;
  const type = typeOf(component);
  if (!isObject(component) || SILENT.has(type)) return [];
  if (place.depth > DEEPEST) {
    place.desk.notes.leave(where, `what is inside of “${type}”`, 'too-deep');
    return [];
  }
  if (notAsked(one, place)) return [];
  if (isNote(component, type)) return note(one, place);
  if (ROWS.has(type)) return rows(one, place);
  const hasInner = ['components', 'columns', 'rows'].some((key) => Array.isArray(get(component, key)));
  return hasInner && !['address', 'bcaddress', 'tree'].includes(type) ? group(one, place) : question(one, place);
};

/** The fields of some components, in the order in which they stand; `owner` is what holds them, when it has conditions. */
export const readComponents = (list: readonly Located[], place: Place, owner: unknown, where: string): Draft[] => {
  const within = owner === undefined ? place : inside(owner, where, place);
  if (owner !== undefined && isNeverShown(owner)) {
    place.desk.notes.leave(where, `“${stringOf(get(owner, 'title')) ?? ''}”`, 'hidden');
    return [];
  }
  return list.flatMap((one) => readComponent(one, within));
};
