import type { Desk, DraftForm, DraftSection, Reading } from './draft.js';
import { entriesOf, get, isObject, listOf, step, stringOf, valuesIn, type JsonObject } from './json.js';
import { humanised, languageOf, textOf } from './texts.js';
import { nameOf, shownWhen } from './surveyjs/base.js';
import type { Located, Place } from './surveyjs/place.js';
import { isShowing, shownByTriggers } from './surveyjs/triggers.js';
import { elementsOf, introduction, readElement } from './surveyjs/walk.js';
import { wordsIn } from './words.js';

const LISTS = ['pages', 'elements', 'questions'];

/** Exports wrap the survey; deeper than this it is something else. */
const WRAPPED = 3;

const surveyIn = (json: unknown, where: string, depth = 0): { where: string; survey: JsonObject } | undefined => {
  if (!isObject(json) || depth > WRAPPED) return undefined;
  if (LISTS.some((name) => Array.isArray(get(json, name)))) return { where, survey: json };
  for (const [name, inner] of Object.entries(json)) {
    const found = surveyIn(inner, where + step(name), depth + 1);
    if (found) return found;
  }
  return undefined;
};

const pagesOf = (survey: JsonObject, where: string): Located[] =>
  Array.isArray(get(survey, 'pages'))
    ? listOf(get(survey, 'pages')).map((element, index) => ({ where: `${where}/pages${step(index)}`, element }))
    : [{ where, element: { ...survey, title: undefined, description: undefined, name: 'page' } }];

/** The choices of every question, however deep it stands; found without recursion. */
const choicesByName = (survey: JsonObject): ReadonlyMap<string, unknown> => {
  const found = new Map<string, unknown>();
  let level: unknown[] = [survey];
  while (level.length > 0) {
    for (const one of level) {
      const name = stringOf(get(one, 'name'));
      if (name !== undefined && Array.isArray(get(one, 'choices'))) found.set(name, get(one, 'choices'));
    }
    level = level.flatMap(valuesIn);
  }
  return found;
};

const sectionOf = ({ where, element }: Located, place: Place): DraftSection => {
  const within: Place = { ...place, visibleWhen: shownWhen(element, where, place.shownBy) };
  const fields = elementsOf(element, where).flatMap((one) => readElement(one, within));
  return {
    where,
    key: nameOf(element),
    title: textOf(get(element, 'title'), place.desk),
    fields: [...introduction({ where, element }, '', within), ...fields],
  };
};

const leaveSurvey = (survey: JsonObject, where: string, { notes }: Desk): void => {
  for (const [index, trigger] of listOf(get(survey, 'triggers')).entries()) {
    const type = stringOf(get(trigger, 'type')) ?? '';
    if (isShowing(trigger)) continue;
    notes.leave(`${where}/triggers${step(index)}`, `trigger “${type}”`, type === 'skip' ? 'page-order' : 'logic');
  }
  for (const [index, value] of listOf(get(survey, 'calculatedValues')).entries()) {
    notes.leave(`${where}/calculatedValues${step(index)}`, `value “${nameOf(value)}”`, 'calculated');
  }
  for (const [name, value] of entriesOf(survey)) {
    const isAfter = /^(?:completedHtml|completedHtmlOnCondition|navigateToUrl|navigateToUrlOnCondition)$/.test(name);
    if (isAfter && value !== '' && !(Array.isArray(value) && value.length === 0))
      notes.leave(where + step(name), `“${name}”`, 'after-sending');
  }
};

/** Reads a survey of SurveyJS: with pages, or with its elements at the top. */
export const readSurveyjs = (json: unknown, given: Desk): Reading => {
  const found = surveyIn(json, '');
  if (!found) return { forms: [] };
  const { survey, where } = found;
  const locale = languageOf(get(survey, 'locale')) ?? given.locale;
  const desk: Desk = { ...given, locale };
  const place: Place = {
    desk,
    words: wordsIn(locale),
    prefix: '',
    visibleWhen: [],
    isRow: false,
    depth: 0,
    choices: choicesByName(survey),
    shownBy: shownByTriggers(survey, where),
  };
  leaveSurvey(survey, where, desk);
  const form: DraftForm = {
    where,
    key: stringOf(get(survey, 'name')) ?? 'request',
    label: textOf(get(survey, 'title'), desk) ?? humanised(stringOf(get(survey, 'name')) ?? place.words.form),
    description: textOf(get(survey, 'description'), desk),
    sections: pagesOf(survey, where).map((page) => sectionOf(page, place)),
  };
  return { forms: [form], locale };
};
