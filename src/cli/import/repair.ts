import type { PortalConfig } from '../../contract/index.js';
import { parseConfig, type ConfigIssue } from '../../rules/index.js';
import type { Assembled } from './assemble.js';
import type { Draft } from './draft.js';
import { ImportError } from './import-error.js';
import { isObject } from './json.js';
import type { Notes } from './notes.js';
import type { Reason } from './reasons.js';
import { anyOf } from './texts.js';

/** More rounds than there are settings that can be wrong because another one is gone. */
const ROUNDS = 100;

const REASON_OF: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['pattern-unsupported', 'pattern-unsupported'],
  ['pattern-unsafe', 'pattern-unsupported'],
  ['bounds', 'bounds'],
  ['date-bound', 'bounds'],
  ['time-bound', 'bounds'],
  ['min', 'bounds'],
  ['max', 'bounds'],
  ['no-options', 'no-choices'],
  ['rule-cycle', 'condition-circle'],
  ['rule-variable', 'condition-name'],
  ['rule-operator', 'condition'],
  ['rule-shape', 'condition'],
  ['rule-depth', 'condition'],
  ['limit', 'condition'],
  ['rule-option', 'condition-choice'],
  ['no-fields', 'group'],
]);

/** Without these a field is none any more. */
const NEEDED: ReadonlySet<string> = new Set(['id', 'type', 'label', 'options', 'fields', 'source', 'text']);

type Json = Record<string, unknown>;

interface Spot {
  /** The list that the field stands in, and the field. */
  readonly list: unknown[];
  readonly field: Json;
  readonly setting: string | undefined;
}

/** The field that a pointer leads into, the innermost one, and the setting of it. */
const spotOf = (json: unknown, pointer: string): Spot | undefined => {
  let value: unknown = json;
  let spot: Spot | undefined;
  for (const key of pointer.split('/').slice(1)) {
    const inner: unknown = typeof value === 'object' && value !== null ? (value as Json)[key] : undefined;
    if (spot && spot.setting === undefined) spot = { ...spot, setting: key };
    if (Array.isArray(value) && isObject(inner) && typeof inner['type'] === 'string') {
      spot = { list: value as unknown[], field: inner, setting: undefined };
    }
    value = inner;
  }
  return spot;
};

const remove = ({ list, field, setting }: Spot, draft: Draft, reason: Reason, notes: Notes): void => {
  const name = anyOf(draft.label) || draft.key;
  if (setting === undefined || NEEDED.has(setting)) {
    if (list.includes(field)) list.splice(list.indexOf(field), 1);
    notes.leave(draft.where, `“${name}”`, reason);
    return;
  }
  if (!Object.hasOwn(field, setting)) return;
  Reflect.deleteProperty(field, setting);
  notes.leave(draft.where, `“${setting}” of “${name}”`, reason);
  if (setting === 'visibleWhen' && (field['required'] !== undefined || field['requiredWhen'] !== undefined)) {
    delete field['required'];
    delete field['requiredWhen'];
    notes.leave(draft.where, `“required” of “${name}”`, 'optional-now');
  }
};

const mend = ({ json, origins }: Assembled, issues: readonly ConfigIssue[], notes: Notes): void => {
  const spots = issues.map((issue) => ({ issue, spot: spotOf(json, issue.pointer) }));
  for (const { issue, spot } of spots) {
    const draft = spot && origins.get(spot.field);
    if (!spot || !draft)
      throw new ImportError(`The form makes no valid configuration: ${issue.code} at ${issue.pointer}.`);
    remove(spot, draft, REASON_OF.get(issue.code) ?? 'invalid', notes);
  }
};

const withoutEmptyRepeats = ({ json, origins }: Assembled, notes: Notes): void => {
  const types = json['requestTypes'] as { sections: { fields: Json[] }[] }[];
  for (const section of types.flatMap(({ sections }) => sections)) {
    section.fields = section.fields.filter((field) => {
      const draft = origins.get(field);
      const isEmpty = Array.isArray(field['fields']) && field['fields'].length === 0;
      if (isEmpty && draft) notes.leave(draft.where, `“${anyOf(draft.label) || draft.key}”`, 'group');
      return !isEmpty;
    });
  }
};

/** The configuration without what `parseConfig` refuses; each thing taken out is noted. */
export const repaired = (assembled: Assembled, notes: Notes): PortalConfig => {
  for (let round = 0; round < ROUNDS; round += 1) {
    withoutEmptyRepeats(assembled, notes);
    const { config, issues } = parseConfig(assembled.json);
    if (config) return config;
    mend(assembled, issues, notes);
  }
  throw new ImportError('The form makes no valid configuration. Import its parts one by one.');
};
