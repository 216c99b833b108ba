import type { Text } from 'portal-request-form/contract';
import { isRecord } from 'portal-request-form/rules';
import { isTextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import type { Change } from './difference.js';

const LONGEST = 60;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

const isTranslated = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string');

const choice = (value: string | number, words: Words): string => {
  const key = `settings.choice.${value}`;
  return isTextKey(key) ? words.say(key) : String(value);
};

type Changed = Extract<Change, { is: 'changed' }>;

const listWords = (list: readonly unknown[], words: Words): string =>
  list.every((one) => typeof one !== 'object')
    ? list.map((one) => choice(String(one), words)).join(', ')
    : shortened(JSON.stringify(list));

const retentionWords = (value: unknown, words: Words): string | undefined =>
  isRecord(value) && typeof value['days'] === 'number' && typeof value['action'] === 'string'
    ? `${words.number(value['days'])} ${words.say('settings.retention.days')}, ${choice(value['action'], words)}`
    : undefined;

const listOrObject = (value: unknown, words: Words): string =>
  Array.isArray(value) ? listWords(value, words) : (retentionWords(value, words) ?? shortened(JSON.stringify(value)));

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value of a property as somebody reads it. */
const valueWords = (value: unknown, { property }: Changed, words: Words): string => {
  if (isNothing(value)) return words.say('settings.nothing');
  if (property?.editor === 'rule') return words.say('settings.a-rule');
  if (property?.editor === 'megabytes') return words.bytes(Number(value));
  if (typeof value === 'boolean') return words.say(value ? 'yes' : 'no');
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'string') return shortened(property?.of ? choice(value, words) : value);
  return listOrObject(value, words);
};

/** Only the languages whose words changed, each with its name when there are more. */
const textWords = (change: Changed, words: Words): readonly [string, string] | undefined => {
  const { before, after } = change;
  if (!isTranslated(before) || !isTranslated(after)) return undefined;
  const languages = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const other = languages.filter((language) => before[language] !== after[language]);
  const say = (text: Record<string, string>): string =>
    other.map((language) => `${shortened(text[language] ?? words.say('settings.nothing'))} (${language})`).join(', ');
  return [say(before), say(after)];
};

/** One change as a sentence; `locale` is the portal's own language. */
export const describeChange = (change: Change, words: Words, locale: string): string => {
  const text = (name: Text): string => words.text(name, locale);
  const inside = change.inside.map(text).join(' › ');
  const place = inside === '' ? '' : words.say('settings.change.in', { place: inside });
  if (change.is === 'reordered') {
    return words.say('settings.change.reordered', { what: words.say(`settings.many.${change.what}`), place });
  }
  const what = change.what ? words.say(`settings.one.${change.what}`) : '';
  const name = text(change.name);
  if (change.is !== 'changed') return words.say(`settings.change.${change.is}`, { what, name, place });
  const [before, after] = textWords(change, words) ?? [
    valueWords(change.before, change, words),
    valueWords(change.after, change, words),
  ];
  const property = change.property ? words.say(change.property.label) : change.key;
  return change.what
    ? words.say('settings.change.property', { what, name, place, property, before, after })
    : words.say('settings.change.portal', { property, before, after });
};
