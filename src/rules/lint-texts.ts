import type { Issue, PortalConfig, Text } from '../contract/index.js';
import { isRecord } from './answered.js';
import { toPointer } from './shape.js';

/** The properties that hold a text for people. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['name', 'welcome', 'label', 'title', 'description', 'help', 'text', 'unit'],
  ...['patternMessage', 'stopMessage', 'rowLabel'],
]);

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
    return key === 'visibleWhen' || key === 'requiredWhen' || key === 'initial' ? [] : textsIn(one, [...path, key]);
  });
};

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The languages that a text lacks; one that is the same everywhere, such as a unit or a name, needs none. */
const lacks = (text: Text, locales: readonly string[]): string[] => {
  if (typeof text === 'string') return [];
  const given = new Set(Object.keys(text).map(primary));
  return locales.filter((locale) => !given.has(primary(locale)));
};

const spoken = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Labels of one request type that people would take for the same. */
const alike = (labels: readonly Found[]): Found[] => {
  const seen = new Map<string, string>();
  return labels.filter(({ text }) =>
    spoken(text).some((one) => {
      const before = seen.get(folded(one));
      seen.set(folded(one), before ?? one);
      return before !== undefined && before !== one;
    }),
  );
};

/** What is doubtful about the texts: a missing language, labels that differ only in case or spaces. */
export const lintTexts = (config: PortalConfig): Issue[] => {
  const { locales } = config.portal;
  const missing = textsIn(config).flatMap(({ path, text }) =>
    lacks(text, locales).map((locale) => ({
      pointer: toPointer(path),
      code: 'missing-translation',
      params: { locale },
    })),
  );
  const doubles = config.requestTypes.flatMap(({ sections }, index) => {
    const labels = textsIn(sections, ['requestTypes', index, 'sections']).filter(
      ({ path }) => path.at(-1) === 'label' && !path.includes('options'),
    );
    return alike(labels).map(({ path, text }) => ({
      pointer: toPointer(path),
      code: 'labels-alike',
      params: { label: spoken(text)[0] ?? '' },
    }));
  });
  return [...missing, ...doubles];
};
