import type { Field, PortalConfig, RequestType, Text } from '../contract/index.js';
import { isRecord } from './answered.js';
import { rows, warning, type ConfigIssue, type Path } from './lint-issue.js';
import { toPointer } from './shape.js';

/** The properties that hold a text for people. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['name', 'welcome', 'label', 'title', 'description', 'help', 'text', 'unit'],
  ...['patternMessage', 'stopMessage', 'rowLabel'],
]);
/** What is not made of texts. */
const OTHERS: ReadonlySet<string> = new Set(['visibleWhen', 'requiredWhen', 'initial', 'accepted']);

interface Found {
  readonly path: readonly (string | number)[];
  readonly text: Text;
}

const isText = (value: unknown): value is Text => typeof value === 'string' || isRecord(value);

/** Every text of a configuration with its place; a parsed configuration is only a few levels deep. */
const textsIn = (value: unknown, path: readonly (string | number)[] = []): Found[] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => textsIn(one, [...path, index]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]): Found[] => {
    if (TEXTS.has(key) && isText(one)) return [{ path: [...path, key], text: one }];
    return OTHERS.has(key) ? [] : textsIn(one, [...path, key]);
  });
};

const primary = (tag: string): string => tag.split('-')[0] ?? '';

/** The text in one language, where it has that: by the whole tag, else by its first part. */
const spoken = (text: Text, locale: string): string => {
  if (typeof text === 'string') return text;
  const tag = [locale, primary(locale)].find((one) => Object.hasOwn(text, one));
  return tag === undefined ? '' : (text[tag] ?? '');
};

const isBlank = (text: string): boolean => text.trim() === '';

/** Words, and not a sign, a code or a unit. */
const hasWords = (text: string): boolean => /\p{L}{3}/u.test(text);

/** Names are the same in every language: those of a company, of what can be chosen, and of units. */
const isName = (path: Found['path']): boolean =>
  path.includes('options') || path.at(-1) === 'unit' || path.at(-1) === 'name';

const translationIssues = ({ path, text }: Found, locales: readonly string[]): ConfigIssue[] => {
  const at = toPointer(path);
  const missing = locales.filter((locale) => isBlank(spoken(text, locale)));
  if (missing.length === locales.length && path.at(-1) === 'label') return [warning(at, 'label-blank')];
  if (typeof text === 'string') {
    const isOne = locales.length > 1 && hasWords(text) && !isName(path);
    return isOne ? [warning(at, 'untranslated', { locales: locales.join(', ') })] : [];
  }
  return missing.length > 0 ? [warning(at, 'missing-translation', { locale: missing.join(', ') })] : [];
};

interface Labelled {
  readonly label?: Text;
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Labels that people would take for one that came before; the very same label is doubtful only where it has to differ. */
const alike = (
  list: readonly (readonly [Path, Labelled])[],
  locales: readonly string[],
  mayBeSame = false,
): ConfigIssue[] => {
  const seen = new Map<string, Set<string>>();
  return list.flatMap(([at, { label }]) => {
    const labels = locales.map((locale) => (label === undefined ? '' : spoken(label, locale)));
    const doubles = labels.filter((one, index) => {
      const key = `${String(index)} ${folded(one)}`;
      const before = seen.get(key) ?? new Set();
      const isDouble = !isBlank(one) && [...before].some((other) => !mayBeSame || other !== one);
      seen.set(key, before.add(one));
      return isDouble;
    });
    return doubles.length > 0 ? [warning(`${at}/label`, 'labels-alike', { label: doubles[0] ?? '' })] : [];
  });
};

const typeLabels = (type: RequestType, path: Path, locales: readonly string[]): ConfigIssue[] => {
  const outer = rows(type.sections, `${path}/sections`).flatMap(([at, { fields }]) => rows(fields, `${at}/fields`));
  const inner = outer.flatMap(([at, field]) => (field.type === 'repeat' ? [rows(field.fields, `${at}/fields`)] : []));
  const all: readonly (readonly [Path, Field])[] = [...outer, ...inner.flat()];
  const options = all.flatMap(([at, field]) => ('options' in field ? [rows(field.options, `${at}/options`)] : []));
  return [
    ...[outer, ...inner, rows(type.checklist, `${path}/checklist`)].flatMap((list) => alike(list, locales, true)),
    ...options.flatMap((list) => alike(list, locales)),
  ];
};

/** What is doubtful about the texts: blank labels, languages that are missing, labels that look the same. */
export const textWarnings = (config: PortalConfig): ConfigIssue[] => {
  const { locales } = config.portal;
  const types = rows(config.requestTypes, '/requestTypes');
  return [
    ...textsIn(config).flatMap((found) => translationIssues(found, locales)),
    ...alike(types, locales),
    ...types.flatMap(([path, type]) => typeLabels(type, path, locales)),
  ];
};
