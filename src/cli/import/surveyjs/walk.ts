import type { Draft } from '../draft.js';
import { headingNote, textNote } from '../draft.js';
import { hasPicture, markdown } from '../html.js';
import { countOf, defined, get, isObject, isSet, listOf, step, stringOf } from '../json.js';
import { likenessOf } from '../likeness.js';
import { draftsOf, type Base } from '../part.js';
import { anyOf, joined, textOf } from '../texts.js';
import { baseOf, leaveSettings, nameOf, shownWhen, titleOf } from './base.js';
import { choicesIn, hasOther } from './choices.js';
import { partsOf } from './parts.js';
import type { Located, Place } from './place.js';

/** Deeper than this nobody lays out questions. */
const DEEPEST = 40;

const typeOf = (element: unknown): string => (stringOf(get(element, 'type')) ?? 'text').toLowerCase();

const located = (list: unknown, where: string): Located[] =>
  listOf(list).map((element, index) => ({ where: where + step(index), element }));

/** The elements of a page or panel; older surveys call them questions. */
export const elementsOf = (owner: unknown, where: string): Located[] => {
  const name = ['elements', 'questions', 'templateElements'].find((key) => Array.isArray(get(owner, key)));
  return name === undefined ? [] : located(get(owner, name), `${where}/${name}`);
};

const inside = ({ where, element }: Located, place: Place): Place => ({
  ...place,
  visibleWhen: [...place.visibleWhen, ...shownWhen(element, where, place.shownBy)],
  depth: place.depth + 1,
});

/** What a page or panel says above its questions. */
export const introduction = (one: Located, title: string, { desk, visibleWhen, prefix }: Place): Draft[] => {
  const { where, element } = one;
  const key = prefix + nameOf(element);
  const text = textOf(get(element, 'description'), desk, markdown);
  return [
    ...(title === '' ? [] : [headingNote(where, key, title, visibleWhen)]),
    ...(text === undefined ? [] : [textNote(where, `${key}-text`, text, visibleWhen)]),
  ];
};

const panel = (one: Located, place: Place): Draft[] => {
  const within = inside(one, place);
  const fields = elementsOf(one.element, one.where).flatMap((inner) => readElement(inner, within));
  return fields.length === 0
    ? []
    : [...introduction(one, anyOf(textOf(get(one.element, 'title'), place.desk)), within), ...fields];
};

const html = (one: Located, place: Place): Draft[] => {
  const text = textOf(get(one.element, 'html'), place.desk, markdown);
  if (hasPicture(get(one.element, 'html'))) place.desk.notes.leave(one.where, 'picture', 'picture');
  if (text === undefined) return [];
  if (/\{[^{}]+\}/.test(anyOf(text))) place.desk.notes.leave(one.where, `text “${anyOf(text)}”`, 'piped-text');
  return [textNote(one.where, place.prefix + nameOf(one.element), text, inside(one, place).visibleWhen)];
};

/** A text that is no question, in a type of somebody’s own. */
const message = (one: Located, place: Place): Draft[] => {
  const text = textOf(
    get(one.element, 'html') ?? get(one.element, 'title') ?? get(one.element, 'body'),
    place.desk,
    markdown,
  );
  const within = inside(one, place);
  return text === undefined ? [] : [textNote(one.where, place.prefix + nameOf(one.element), text, within.visibleWhen)];
};

/** A column of a table as a question of its own. */
const cellOf = (table: unknown, column: unknown): unknown => ({
  ...defined({ choices: get(table, 'choices') }),
  ...(isObject(column) ? column : { name: column }),
  type: stringOf(get(column, 'cellType')) ?? stringOf(get(table, 'cellType')) ?? 'dropdown',
});

const cells = ({ where, element }: Located): Located[] =>
  located(get(element, 'columns'), `${where}/columns`).map(({ where: at, element: column }) => ({
    where: at,
    element: cellOf(element, column),
  }));

/** A fixed table: each of its cells is a field, named after its row and column. */
const table = (one: Located, place: Place): Draft[] => {
  const { where, element } = one;
  const label = titleOf(element, place);
  const asks = place.asks ?? place.desk.notes.question(where, `question “${anyOf(label)}” (${typeOf(element)})`);
  leaveSettings(one, place.desk, label);
  const within = inside(one, place);
  const rows = choicesIn(get(element, 'rows'), place);
  const fields = rows.flatMap(({ value, label: row }) =>
    cells(one).flatMap((cell) =>
      readElement(cell, {
        ...within,
        asks,
        prefix: `${place.prefix}${nameOf(element)}.${value}.`,
        title: joined(label, ' – ', row),
      }),
    ),
  );
  if (fields.length === 0) place.desk.notes.leave(where, `question “${anyOf(label)}”`, 'no-choices');
  return fields;
};

const leaveRows = (inner: readonly Located[], place: Place): void => {
  for (const { where, element } of inner) {
    const what = `question “${anyOf(titleOf(element, place))}” (${typeOf(element)})`;
    if (['html', 'panel', 'expression', 'image'].includes(typeOf(element))) continue;
    place.desk.notes.question(where, what);
    place.desk.notes.leave(where, what, 'nested-repeat');
  }
};

/** Rows of questions; rows inside of rows are left out. */
const rows = (one: Located, place: Place): Draft[] => {
  const { element, where } = one;
  const isPanel = typeOf(element) === 'paneldynamic';
  const inner = isPanel ? elementsOf(element, where) : cells(one);
  if (place.isRow) {
    leaveRows(inner, place);
    return [];
  }
  const base: Base = { ...baseOf(one, place), initial: undefined };
  leaveSettings(one, place.desk, base.label);
  const within: Place = {
    ...place,
    prefix: `${base.key}.`,
    visibleWhen: [],
    isRow: true,
    title: undefined,
    depth: place.depth + 1,
  };
  const fields = inner.flatMap((cell) => readElement(cell, within));
  const settings = defined({
    minRows: countOf(get(element, isPanel ? 'minPanelCount' : 'minRowCount'), 1),
    maxRows: countOf(get(element, isPanel ? 'maxPanelCount' : 'maxRowCount'), 1),
  });
  return draftsOf(base, [{ type: 'repeat', rows: fields, settings }]);
};

/** The text that goes with a question: what else it is, or a comment on the answer. */
const commentOf = (one: Located, base: Base, place: Place): Draft[] => {
  const { element } = one;
  const isOther = hasOther(element);
  if (!isOther && !isSet(get(element, 'hasComment')) && !isSet(get(element, 'showCommentArea'))) return [];
  const name = base.key.slice(place.prefix.length);
  const text = textOf(get(element, isOther ? 'otherText' : 'commentText'), place.desk);
  const when = {
    name,
    is: typeOf(element) === 'checkbox' || typeOf(element) === 'tagbox' ? 'has' : 'equal',
    value: 'other',
  } as const;
  const clause = { where: one.where, source: '“other” is chosen', condition: when };
  return [
    {
      ...base,
      key: `${base.key}.comment`,
      type: isOther ? 'text' : 'textarea',
      label: joined(base.label, ' – ', text ?? place.words.other),
      help: undefined,
      settings: {},
      isRequired: isOther,
      requiredWhen: undefined,
      visibleWhen: isOther ? [...base.visibleWhen, clause] : base.visibleWhen,
      initial: undefined,
    },
  ];
};

const question = (one: Located, place: Place): Draft[] => {
  const { where, element } = one;
  const base = baseOf(one, place);
  const what = `question “${anyOf(base.label)}” (${typeOf(element)})`;
  const asks = place.asks ?? place.desk.notes.question(where, what);
  const parts = partsOf(one, place);
  if (typeof parts === 'string') {
    place.desk.notes.leave(where, what, parts);
    return [];
  }
  leaveSettings(one, place.desk, base.label);
  const asked: Base = { ...base, asks };
  return [...draftsOf(asked, parts), ...commentOf(one, asked, place)];
};

type Read = (one: Located, place: Place) => Draft[];

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['panel', panel],
  ['flowpanel', panel],
  ['html', html],
  ['matrixdropdown', table],
  ['matrixdynamic', rows],
  ['paneldynamic', rows],
]);

/** What is not asked of anyone, and so is no question. */
const notAsked = ({ where, element }: Located, { desk, shownBy }: Place): boolean => {
  const type = typeOf(element);
  const isHidden =
    get(element, 'visible') === false &&
    stringOf(get(element, 'visibleIf')) === undefined &&
    !shownBy.has(nameOf(element));
  const reason = type === 'expression' ? 'calculated' : type === 'image' ? 'picture' : isHidden ? 'hidden' : undefined;
  if (reason) desk.notes.leave(where, `“${nameOf(element)}” (${type})`, reason);
  return reason !== undefined;
};

/** The fields of an element, in the order in which they stand. */
export const readElement: Read = (one, place) => {
  if (!isObject(one.element)) return [];
  if (place.depth > DEEPEST) {
    place.desk.notes.leave(one.where, `what is inside of “${nameOf(one.element)}”`, 'too-deep');
    return [];
  }
  if (notAsked(one, place)) return [];
  const type = typeOf(one.element);
  return (readers.get(type) ?? (likenessOf(type) === 'note' ? message : question))(one, place);
};
