// Whether a submission is complete, and how it is written when it is stored: contract §2 and docs/rules.md.
import { fieldTypes, isAnswered, lines, normalised, oneLine } from './answers.mjs';
import { evaluate, isTruthy } from './conditions.mjs';
import { isRecord } from './json.mjs';

const KINDS = { done: ['done'], 'yes-no': ['yes', 'no'], 'yes-no-na': ['yes', 'no', 'na'] };
const ITEM = 'checklist.';

const fieldsOf = (type) => new Map(type.sections.flatMap(({ fields }) => fields).map((field) => [field.id, field]));
const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);
const pointerTo = (...path) => path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const issueAt = (code, ...path) => ({ pointer: pointerTo(...path), code });

/** What is shown with these answers, and what rules read: an answer to something hidden counts as none. */
const settle = (type, { answers, checklist }) => {
  const fields = fieldsOf(type);
  const items = new Map(type.checklist.map((item) => [item.id, item]));
  const known = new Map();
  const isShown = (name, { visibleWhen } = {}) => {
    if (!known.has(name)) {
      known.set(name, true); // ends a circle, which the linter refuses in a configuration anyway
      known.set(name, visibleWhen === undefined || isTruthy(evaluate(visibleWhen, lookup)));
    }
    return known.get(name);
  };
  const lookup = (name) => {
    if (name.startsWith(ITEM)) {
      const id = name.slice(ITEM.length);
      return items.has(id) && isShown(name, items.get(id)) ? (own(checklist, id)?.answer ?? null) : null;
    }
    const [id, ...parts] = name.split('.');
    const field = fields.get(id);
    if (!field || !isShown(id, field)) return null;
    const answer = normalised(field, own(answers, id));
    if (!isAnswered(answer)) return null;
    return parts.reduce((whole, part) => (isRecord(whole) ? (own(whole, part) ?? null) : null), answer);
  };
  return {
    ...{ fields, items, lookup },
    isFieldShown: (field) => isShown(field.id, field),
    isItemShown: (item) => isShown(ITEM + item.id, item),
  };
};

const answerIssues = (field, given, isRequired, context) => {
  const answer = normalised(field, given);
  const isGiven = isAnswered(answer) && !(field.type === 'checkbox' && isRequired && answer === false);
  if (!isGiven) return isRequired ? [{ pointer: '', code: 'required' }] : [];
  const { fits, issues } = fieldTypes.get(field.type);
  return fits(answer) ? issues(answer, field, context) : [{ pointer: '', code: 'type' }];
};

const fieldIssues = ({ answers }, { fields, isFieldShown, lookup }, context) => [
  ...Object.keys(answers)
    .filter((id) => (fields.get(id)?.type ?? 'note') === 'note')
    .map((id) => issueAt('unknown-key', 'answers', id)),
  ...[...fields.values()].flatMap((field) => {
    if (field.type === 'note') return [];
    const given = own(answers, field.id);
    if (!isFieldShown(field)) {
      const isThere = isAnswered(normalised(field, given));
      return isThere ? [issueAt('not-visible', 'answers', field.id)] : [];
    }
    const isRequired = field.required === true || isTruthy(evaluate(field.requiredWhen ?? false, lookup));
    const issues = answerIssues(field, given, isRequired, context);
    return issues.map(({ pointer, code }) => ({ pointer: pointerTo('answers', field.id) + pointer, code }));
  }),
];

const itemShape = (id, given) => {
  if (!isRecord(given)) return [issueAt('type', 'checklist', id)];
  const { answer, note, photos, ...rest } = given;
  const issues = Object.keys(rest).map((key) => issueAt('unknown-key', 'checklist', id, key));
  if (answer === undefined) issues.push(issueAt('required', 'checklist', id, 'answer'));
  else if (!KINDS['yes-no-na'].concat('done').includes(answer))
    issues.push(issueAt(typeof answer === 'string' ? 'option' : 'type', 'checklist', id, 'answer'));
  if (note !== undefined && typeof note !== 'string') issues.push(issueAt('type', 'checklist', id, 'note'));
  if (photos !== undefined && !Array.isArray(photos)) issues.push(issueAt('type', 'checklist', id, 'photos'));
  else if (photos?.length > 0) issues.push(issueAt('attachment', 'checklist', id, 'photos', '0')); // no files here
  return issues;
};

const itemIssues = (item, given) => {
  if (given === undefined) return item.required ? [issueAt('required', 'checklist', item.id, 'answer')] : [];
  const { answer, note } = given;
  if (!KINDS[item.kind].includes(answer)) return [issueAt('option', 'checklist', item.id, 'answer')];
  const needsNote = item.noteWhen?.includes(answer) && lines(note ?? '') === '';
  return [
    ...(item.stopWhen === answer ? [issueAt('stopped', 'checklist', item.id, 'answer')] : []),
    ...(needsNote ? [issueAt('required', 'checklist', item.id, 'note')] : []),
  ];
};

const checklistIssues = ({ checklist }, { items, isItemShown }) => {
  const misshapen = new Map(Object.entries(checklist).map(([id, given]) => [id, itemShape(id, given)]));
  return [
    ...[...misshapen.values()].flat(),
    ...Object.keys(checklist).flatMap((id) => (items.has(id) ? [] : [issueAt('unknown-key', 'checklist', id)])),
    ...[...items.values()].flatMap((item) => {
      if (misshapen.get(item.id)?.length > 0) return [];
      if (isItemShown(item)) return itemIssues(item, own(checklist, item.id));
      return Object.hasOwn(checklist, item.id) ? [issueAt('not-visible', 'checklist', item.id, 'answer')] : [];
    }),
  ];
};

const termShape = (id, given) => {
  if (!isRecord(given)) return [issueAt('type', 'terms', id)];
  const { version, accepted, ...rest } = given;
  const wrong = (value, type) => (value === undefined ? 'required' : typeof value === type ? undefined : 'type');
  return [
    ['version', wrong(version, 'string')],
    ['accepted', wrong(accepted, 'boolean')],
    ...Object.keys(rest).map((key) => [key, 'unknown-key']),
  ].flatMap(([key, code]) => (code ? [issueAt(code, 'terms', id, key)] : []));
};

const termsIssues = ({ terms }, type) => {
  const misshapen = new Map(Object.entries(terms).map(([id, given]) => [id, termShape(id, given)]));
  const isKnown = (id) => type.terms.some((term) => term.id === id);
  return [
    ...[...misshapen.values()].flat(),
    ...Object.keys(terms).flatMap((id) => (isKnown(id) ? [] : [issueAt('unknown-key', 'terms', id)])),
    ...type.terms.flatMap(({ id, version, required }) => {
      if (misshapen.get(id)?.length > 0) return [];
      const given = own(terms, id);
      if (!given?.accepted) return required ? [issueAt('required', 'terms', id)] : [];
      return given.version === version ? [] : [issueAt('terms-outdated', 'terms', id)];
    }),
  ];
};

const isString = (value) => typeof value === 'string';
const SHAPE = new Map([
  ['requestType', isString],
  ['configVersion', isString],
  ['locale', isString],
  ['answers', isRecord],
  ['checklist', isRecord],
  ['terms', isRecord],
]);

const shapeIssues = (submission) => [
  ...[...SHAPE].flatMap(([key, fits]) => {
    const value = own(submission, key);
    if (fits(value)) return [];
    return [issueAt(value === undefined ? 'required' : 'type', key)];
  }),
  ...Object.keys(submission).flatMap((key) => (SHAPE.has(key) ? [] : [issueAt('unknown-key', key)])),
];

/**
 * Everything that is wrong with a customer's submission, as `{pointer, code}`. `context` has `today` in the portal's time
 * zone, and `choices(source)`: what this customer can choose from.
 */
export const validate = (config, submission, context) => {
  const shape = shapeIssues(submission);
  const type = config.requestTypes.find(({ id }) => id === submission.requestType);
  if (!type)
    return isString(submission.requestType) ? [...shape, issueAt('unknown-request-type', 'requestType')] : shape;
  const part = (key) => (isRecord(submission[key]) ? submission[key] : undefined);
  const given = { answers: part('answers') ?? {}, checklist: part('checklist') ?? {}, terms: part('terms') ?? {} };
  const settled = settle(type, given);
  return [
    ...shape,
    ...(part('answers') ? fieldIssues(given, settled, context) : []),
    ...(part('checklist') ? checklistIssues(given, settled) : []),
    ...(part('terms') ? termsIssues(given, type) : []),
  ];
};

const mapped = (record, change) =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, one]) => {
      const value = change(key, one);
      return value === undefined ? [] : [[key, value]];
    }),
  );

const normalisedItem = ({ answer, note = '' }) => ({ answer, ...(lines(note) ? { note: lines(note) } : {}) });

/** A submission without issues, as it is stored and digested: texts trimmed and NFC, what is empty left out. */
export const inOneWay = (config, submission) => {
  const fields = fieldsOf(config.requestTypes.find(({ id }) => id === submission.requestType));
  const answerOf = (id, given) => {
    const answer = normalised(fields.get(id), given);
    return isAnswered(answer) ? answer : undefined;
  };
  return {
    ...mapped(submission, (_key, value) => (isString(value) ? oneLine(value) : value)),
    answers: mapped(submission.answers, answerOf),
    checklist: mapped(submission.checklist, (_id, given) => normalisedItem(given)),
  };
};
