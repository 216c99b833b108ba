import type { Field, Issue, PortalConfig, Rule } from '../../src/contract/index.js';
import {
  compilePattern,
  evaluate,
  normaliseAnswer,
  parseConfig,
  resolveDate,
  validateAnswer,
  validateRequest,
} from '../../src/rules/index.js';

/** One row, ready to run: what was found and what has to be found. */
export interface Check {
  readonly name: string;
  run(): { readonly found: unknown; readonly expected: unknown };
}

interface Named {
  readonly name: string;
}
type ShortField = Omit<Field, 'id' | 'label' | 'options'> & { readonly options?: readonly string[] };
interface Moment {
  readonly now: string;
  readonly timeZone: string;
}
interface Expected {
  readonly pointer?: string;
  readonly code: string;
  readonly params?: Issue['params'];
}

export interface AnswerRow extends Named {
  readonly field: ShortField;
  readonly answer: unknown;
  readonly required?: boolean;
  readonly context?: Moment;
  readonly errors: readonly Expected[];
}
export interface ConditionRow extends Named {
  readonly rule: Rule;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}
export interface DateRow extends Named, Moment {
  readonly bound: string;
  readonly date: string;
}
export interface NormalisationRow extends Named {
  readonly field: ShortField;
  readonly answer: unknown;
  readonly normal: unknown;
}
export interface PatternRow extends Named {
  readonly pattern: string;
  readonly matches?: readonly string[];
  readonly refuses?: readonly string[];
  readonly unsupported?: boolean;
}
export interface ShortType {
  readonly id?: string;
  readonly fields?: readonly unknown[];
  readonly checklist?: readonly unknown[];
  readonly terms?: readonly unknown[];
}
export interface SubmissionRow extends Named {
  /** The name of a configuration in the same file. */
  readonly config: string;
  /** Laid over an empty submission; `raw` is sent as it is. */
  readonly submission?: Readonly<Record<string, unknown>>;
  readonly raw?: unknown;
  readonly context?: Partial<Moment> & { readonly signedIn?: boolean };
  readonly errors: readonly Expected[];
}
export interface SubmissionFile {
  readonly configs: Readonly<Record<string, ShortType>>;
  readonly cases: readonly SubmissionRow[];
}
export interface ConfigRow extends Named {
  /** The path of the part that is replaced in a small valid configuration, and its new value (left out: removed). */
  readonly at: readonly (string | number)[];
  readonly value?: unknown;
  readonly errors: readonly Expected[];
}

const MOMENT: Moment = { now: '2026-11-23T12:00:00Z', timeZone: 'Europe/Amsterdam' };

const toContext = (moment: Partial<Moment> & { readonly signedIn?: boolean } = {}) => {
  const { now, timeZone } = { ...MOMENT, ...moment };
  return { now: new Date(now), timeZone, signedIn: moment.signedIn };
};

const toField = ({ options, ...field }: ShortField): Field =>
  ({ id: 'f', label: 'F', ...field, options: options?.map((id) => ({ id, label: id })) }) as Field;

/** Issues next to expectations: params count where the row names them. */
const compared = (issues: readonly Issue[], expected: readonly Expected[]) => ({
  found: issues.map(({ pointer, code, params }, index) =>
    expected[index]?.params ? { pointer, code, params } : { pointer, code },
  ),
  expected: expected.map((one) => ({ pointer: '', ...one })),
});

/** A portal with one request type, `test`, in one section. */
export const toConfig = ({ fields = [], checklist = [], terms = [] }: ShortType): unknown => ({
  version: '1',
  portal: { name: 'Portal', locale: 'en', locales: ['en'] },
  access: { signIn: ['password'], guests: true },
  requestTypes: [{ id: 'test', label: 'Test', sections: [{ id: 'all', fields }], checklist, terms }],
});

const parsed = (type: ShortType | undefined): PortalConfig => {
  const { config, issues } = parseConfig(toConfig(type ?? {}));
  if (!config) throw new Error(`The configuration of a case is wrong: ${JSON.stringify(issues)}`);
  return config;
};

const EMPTY = { requestType: 'test', configVersion: '1', locale: 'en', answers: {}, checklist: {}, terms: {} };

export const answerChecks = (rows: readonly AnswerRow[]): Check[] =>
  rows.map(({ name, field, answer, required = false, context, errors }) => ({
    name,
    run: () => compared(validateAnswer(toField(field), answer, { ...toContext(context), required }), errors),
  }));

export const conditionChecks = (rows: readonly ConditionRow[]): Check[] =>
  rows.map(({ name, rule, answers, value }) => ({
    name,
    run: () => ({ found: evaluate(rule, (id) => (Object.hasOwn(answers, id) ? answers[id] : null)), expected: value }),
  }));

export const dateChecks = (rows: readonly DateRow[]): Check[] =>
  rows.map(({ name, bound, now, timeZone, date }) => ({
    name,
    run: () => ({ found: resolveDate(bound, new Date(now), timeZone), expected: date }),
  }));

export const normalisationChecks = (rows: readonly NormalisationRow[]): Check[] =>
  rows.map(({ name, field, answer, normal }) => ({
    name,
    run: () => ({ found: normaliseAnswer(toField(field), answer), expected: normal }),
  }));

export const patternChecks = (rows: readonly PatternRow[]): Check[] =>
  rows.map(({ name, pattern, matches = [], refuses = [], unsupported }) => ({
    name,
    run: () => {
      const matcher = compilePattern(pattern);
      const verdicts = [...matches, ...refuses].map((text) => matcher?.(text));
      return {
        found: { unsupported: !matcher, verdicts },
        expected: {
          unsupported: unsupported ?? false,
          verdicts: [...matches.map(() => true), ...refuses.map(() => false)],
        },
      };
    },
  }));

export const submissionChecks = ({ configs, cases }: SubmissionFile): Check[] =>
  cases.map(({ name, config, submission, raw, context, errors }) => ({
    name,
    run: () => {
      const sent = raw === undefined ? { ...EMPTY, ...submission } : raw;
      return compared(validateRequest(parsed(configs[config]), 'test', sent, toContext(context)), errors);
    },
  }));

const SMALL: ShortType = {
  fields: [
    { id: 'a', type: 'text', label: 'A' },
    {
      id: 'b',
      type: 'select',
      label: 'B',
      options: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
    },
    { id: 'c', type: 'checkbox', label: 'C' },
    { id: 'n', type: 'note', text: 'N' },
  ],
  checklist: [{ id: 'i', kind: 'yes-no', label: 'I', required: true }],
  terms: [{ id: 't', version: '1', label: 'T', required: true }],
};

const replaced = (json: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown => {
  if (key === undefined) return value;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(json)
    ? [...(json as unknown[])]
    : { ...(json as object) };
  const part = copy as Record<string | number, unknown>;
  part[key] = replaced(part[key], rest, value);
  return copy;
};

/** The configuration of each row. */
export const brokenConfigs = (rows: readonly ConfigRow[]) =>
  rows.map((row) => ({ ...row, config: replaced(toConfig(SMALL), row.at, row.value) }));

export const configChecks = (rows: readonly ConfigRow[]): Check[] =>
  brokenConfigs(rows).map(({ name, config, errors }) => ({
    name,
    run: () => compared(parseConfig(config).issues, errors),
  }));
