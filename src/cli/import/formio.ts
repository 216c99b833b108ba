import type { Desk, DraftForm, DraftSection, Draft, Reading } from './draft.js';
import type { Place } from './formio/place.js';
import { readComponents } from './formio/walk.js';
import { get, isObject, listOf, step, stringOf, entriesOf, type JsonObject } from './json.js';
import { textOf } from './texts.js';
import { wordsIn } from './words.js';

/** A form's JSON and where it stands. */
interface Found {
  readonly where: string;
  readonly form: JsonObject;
  readonly key: string;
}

/** Exports wrap the form; deeper than this it is something else. */
const WRAPPED = 4;

/** The forms in a file: the form itself, those of a project export, or the newest of an export with versions. */
const formsIn = (json: unknown, where: string, key: string, depth = 0): Found[] => {
  if (depth > WRAPPED) return [];
  if (Array.isArray(json)) {
    const isList =
      depth === 0 &&
      json.some((one) => stringOf(get(one, 'type')) !== undefined && stringOf(get(one, 'key')) !== undefined);
    if (isList) return [{ where, form: { components: json as unknown[] }, key }];
    return json.slice(0, 1).flatMap((one: unknown) => formsIn(one, `${where}/0`, key, depth + 1));
  }
  if (!isObject(json)) return [];
  if (Array.isArray(get(json, 'components'))) return [{ where, form: json, key: stringOf(get(json, 'name')) ?? key }];
  const forms = entriesOf(get(json, 'forms'));
  if (forms.length > 0)
    return forms.flatMap(([name, form]) => formsIn(form, `${where}/forms${step(name)}`, name, depth + 1));
  for (const [name, inner] of Object.entries(json)) {
    const found = formsIn(inner, where + step(name), key, depth + 1);
    if (found.length > 0) return found;
  }
  return [];
};

const isTitled = (component: unknown): boolean =>
  (get(component, 'type') === 'panel' ||
    get(component, 'type') === 'simplepanel' ||
    get(component, 'type') === 'fieldset') &&
  stringOf(get(component, 'title') ?? get(component, 'legend')) !== undefined;

/** The components that make one section: a titled group is one, and so is what stands between two of them. */
interface Group {
  readonly where: string;
  readonly components: { readonly where: string; readonly component: unknown }[];
  readonly title: unknown;
  readonly key: string;
  readonly owner: unknown;
}

const groupsOf = (components: readonly unknown[], where: string, isWizard: boolean): Group[] => {
  const groups: Group[] = [];
  for (const [index, component] of components.entries()) {
    const at = where + step(index);
    const isOwn = isTitled(component) || (isWizard && Array.isArray(get(component, 'components')));
    const last = groups.at(-1);
    if (isOwn) {
      groups.push({
        where: at,
        components: listOf(get(component, 'components')).map((one, nth) => ({
          where: `${at}/components${step(nth)}`,
          component: one,
        })),
        title: get(component, 'title') ?? get(component, 'legend') ?? get(component, 'label'),
        key: stringOf(get(component, 'key')) ?? 'section',
        owner: component,
      });
    } else if (last && last.owner === undefined) last.components.push({ where: at, component });
    else
      groups.push({
        where: at,
        components: [{ where: at, component }],
        title: undefined,
        key: 'section',
        owner: undefined,
      });
  }
  return groups;
};

const formOf = ({ where, form, key }: Found, desk: Desk): DraftForm => {
  const isWizard = get(form, 'display') === 'wizard';
  const start: Place = { desk, words: wordsIn(desk.locale), prefix: '', visibleWhen: [], isRow: false, depth: 0 };
  const groups = groupsOf(listOf(get(form, 'components')), `${where}/components`, isWizard);
  const sections = groups.map((group): DraftSection => {
    const title = textOf(group.title, desk);
    const fields: Draft[] = readComponents(group.components, start, group.owner, group.where);
    return { where: group.where, key: group.key, title, fields };
  });
  return {
    where,
    key,
    label: textOf(get(form, 'title') ?? get(form, 'label'), desk) ?? '',
    description: undefined,
    sections,
  };
};

/** Reads a form of Form.io: a form, a list of components, or an export with several forms. */
export const readFormio = (json: unknown, desk: Desk): Reading => ({
  forms: formsIn(json, '', 'request').map((found) => formOf(found, desk)),
});
