import {
  KIND_ANSWERS,
  type ChecklistItem,
  type Field,
  type PortalConfig,
  type RequestType,
} from '../contract/index.js';
import { answerWarnings, type LintMoment } from './lint-answers.js';
import { unknownChoices } from './lint-choices.js';
import { rows, warning, type ConfigIssue, type Path } from './lint-issue.js';
import { neverShown } from './lint-reach.js';
import { textWarnings } from './lint-texts.js';
import { scopeOf } from './lint-variables.js';
import { ITEM_PREFIX } from './order.js';

/** Somebody on a phone gives up on a step with more to fill in than this. */
const MOST_ON_STEP = 40;

type Placed<T> = readonly (readonly [Path, T])[];

/** What a request type asks, each with its place; row fields come after the repeat they are in. */
interface Asked {
  readonly fields: Placed<Field>;
  readonly rowFields: Placed<Field>;
  readonly items: Placed<ChecklistItem>;
}

const askedBy = (type: RequestType, path: Path): Asked => {
  const fields = rows(type.sections, `${path}/sections`).flatMap(([at, section]) =>
    rows<Field>(section.fields, `${at}/fields`),
  );
  return {
    fields,
    rowFields: fields.flatMap(([at, field]) =>
      field.type === 'repeat' ? rows<Field>(field.fields, `${at}/fields`) : [],
    ),
    items: rows(type.checklist, `${path}/checklist`),
  };
};

const reachWarnings = (type: RequestType, path: Path, { fields, rowFields, items }: Asked): ConfigIssue[] => {
  const never = neverShown(type);
  const isNever = ([, field]: readonly [Path, Field]): boolean => never.has(field.id);
  const isNeverItem = ([, item]: readonly [Path, ChecklistItem]): boolean => never.has(ITEM_PREFIX + item.id);
  const steps: readonly (readonly [string, boolean])[] = [
    ['sections', fields.length > 0 && fields.every(isNever)],
    ['checklist', items.length > 0 && items.every(isNeverItem)],
  ];
  const hidden = [...[...fields, ...rowFields].filter(isNever), ...items.filter(isNeverItem)];
  return [
    ...steps
      .filter(([, isUnreachable]) => isUnreachable)
      .map(([name]) => warning(`${path}/${name}`, 'step-unreachable')),
    ...hidden
      .filter(([, { visibleWhen }]) => visibleWhen !== undefined)
      .map(([at, { required }]) => warning(`${at}/visibleWhen`, required ? 'required-never-shown' : 'never-shown')),
  ];
};

const choiceWarnings = (type: RequestType, { fields, rowFields, items }: Asked): ConfigIssue[] => {
  const scope = scopeOf(type);
  return [
    ...[...fields, ...rowFields].flatMap(([at, field]) => [
      ...unknownChoices(field.visibleWhen, `${at}/visibleWhen`, scope),
      ...unknownChoices(field.requiredWhen, `${at}/requiredWhen`, scope),
    ]),
    ...items.flatMap(([at, item]) => unknownChoices(item.visibleWhen, `${at}/visibleWhen`, scope)),
  ];
};

const itemWarnings = (item: ChecklistItem, path: Path): ConfigIssue[] => {
  const answers: readonly string[] = KIND_ANSWERS[item.kind];
  const named = { noteWhen: item.noteWhen, photoWhen: item.photoWhen, stopWhen: item.stopWhen && [item.stopWhen] };
  return Object.entries(named).flatMap(([name, list = []]) =>
    list
      .filter((answer) => !answers.includes(answer))
      .map((answer) => warning(`${path}/${name}`, 'answer-never', { answer, kind: item.kind })),
  );
};

const longSteps = (path: Path, { fields, rowFields, items }: Asked): ConfigIssue[] => {
  const counts = {
    sections: [...fields, ...rowFields].filter(([, { type }]) => type !== 'note').length,
    checklist: items.length,
  };
  return Object.entries(counts)
    .filter(([, count]) => count > MOST_ON_STEP)
    .map(([name, count]) => warning(`${path}/${name}`, 'many-fields', { count, max: MOST_ON_STEP }));
};

const guestWarnings = ({ fields, rowFields }: Asked): ConfigIssue[] =>
  [...fields, ...rowFields]
    .filter(([, field]) => field.type === 'lookup' && field.required)
    .map(([at]) => warning(`${at}/required`, 'guest-lookup'));

const termWarnings = (type: RequestType, path: Path): ConfigIssue[] =>
  rows(type.terms, `${path}/terms`).flatMap(([at, { required, text, url, version }]) => [
    ...(required && text === undefined && url === undefined ? [warning(at, 'term-empty')] : []),
    ...(version.trim() === '' ? [warning(`${at}/version`, 'term-version')] : []),
  ]);

/**
 * What is doubtful about a configuration; it works all the same. Its rules have to be ones that `lintErrors` accepts.
 * Every code is in the table of docs/configuration.md.
 */
export const lintWarnings = (config: PortalConfig, moment: LintMoment): ConfigIssue[] => [
  ...rows(config.requestTypes, '/requestTypes').flatMap(([path, type]) => {
    const asked = askedBy(type, path);
    return [
      ...reachWarnings(type, path, asked),
      ...choiceWarnings(type, asked),
      ...longSteps(path, asked),
      ...(config.access.guests ? guestWarnings(asked) : []),
      ...[...asked.fields, ...asked.rowFields].flatMap(([at, field]) => answerWarnings(field, at, moment)),
      ...asked.items.flatMap(([at, item]) => itemWarnings(item, at)),
      ...termWarnings(type, path),
    ];
  }),
  ...textWarnings(config),
];
