import { KIND_ANSWERS, type ChecklistItem, type Field, type Text } from 'portal-request-form/contract';
import type { SettingsContent } from '../../office-contract/index.js';
import { propertiesOf } from './parts.js';
import { valueAt, type Path } from './path.js';

/** What a rule can look at: its name in rules, what people call it, and what it can be. */
export interface RuleSubject {
  readonly name: string;
  readonly label: Text;
  /** How a value of it is written; `choices` has the values. */
  readonly value: 'word' | 'number' | 'yes-no' | 'choice';
  readonly choices: readonly { readonly id: string; readonly label?: Text }[];
}

const VALUES: ReadonlyMap<string, RuleSubject['value']> = new Map([
  ['number', 'number'],
  ['yes-no', 'yes-no'],
  ['option', 'choice'],
  ['option-list', 'choice'],
]);

const ofField = (field: Field): RuleSubject => {
  const properties = propertiesOf('field', { ...field });
  const initial = properties.find(({ key }) => key === 'initial')?.editor ?? 'word';
  return {
    name: field.id,
    label: field.label ?? field.id,
    value: VALUES.get(initial) ?? 'word',
    choices: 'options' in field ? field.options : [],
  };
};

const ofItem = ({ id, label, kind }: ChecklistItem): RuleSubject => ({
  name: `checklist.${id}`,
  label,
  value: 'choice',
  choices: KIND_ANSWERS[kind].map((answer) => ({ id: answer })),
});

/** The fields of the row that a path stands in; none outside a `repeat`. */
const rowFields = (content: SettingsContent, path: Path): readonly Field[] => {
  const inner = path.lastIndexOf('fields');
  const outer = path.indexOf('fields');
  return inner > outer ? (valueAt(content, path.slice(0, inner + 1)) as readonly Field[]) : [];
};

/** Everything that a rule at a path can look at: the answers of its request type. */
export const ruleSubjects = (content: SettingsContent, path: Path): RuleSubject[] => {
  const type = content.config.requestTypes[Number(path[2])];
  if (!type) return [];
  return [
    ...rowFields(content, path).map(ofField),
    ...type.sections.flatMap(({ fields }) => fields.map(ofField)),
    ...type.checklist.map(ofItem),
  ];
};
