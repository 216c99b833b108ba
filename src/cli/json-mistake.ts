/** Where some text stops being JSON, from 1, and what should stand there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

type Wanted = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'nothing';

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[\x7f-\x9f])*"/uy;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;

/** What to say where none of what is wanted stands, by what does stand there. */
const MISTAKES: readonly (readonly [RegExp, readonly Wanted[], string])[] = [
  [
    /$/,
    ['value', 'first value', 'name', 'first name', 'colon', 'comma'],
    'it ends before it is complete: close what is open.',
  ],
  [/\/[/*]/, [], 'JSON has no comments: take it out.'],
  [/[\]}]/, ['value', 'name'], 'there is a comma too many before this: take it out.'],
  [/['\u2018-\u201f]/, [], 'names and texts stand in straight double quotes: write " here.'],
  [
    /"/,
    ['value', 'first value', 'name', 'first name'],
    'this text is not closed, or has a line end, a tab or an unknown \\ in it.',
  ],
  [/[\w$]/, ['name', 'first name'], 'names stand in double quotes: write " before and after it.'],
  [/["\w[{-]/, ['comma'], 'there is no comma before this: add it.'],
  [/[=]/, ['colon'], 'a colon stands between a name and its value: write : here.'],
  [
    /NaN|Infinity|undefined|None|True|False/,
    [],
    'this is no value of JSON: write a number, a text, true, false or null.',
  ],
];

const EXPECTED: Readonly<Record<Wanted, string>> = {
  value: 'a value should stand here.',
  'first value': 'a value, or ] should stand here.',
  name: 'a name in double quotes should stand here.',
  'first name': 'a name in double quotes, or } should stand here.',
  colon: 'a colon should stand here.',
  comma: 'a comma should stand here, or the end of the list or object.',
  nothing: 'there is more after the end: take it out.',
};

interface Reading {
  readonly text: string;
  readonly open: string[];
  at: number;
  wanted: Wanted;
}

const eat = (reading: Reading, expression: RegExp): boolean => {
  expression.lastIndex = reading.at;
  const isThere = expression.test(reading.text);
  if (isThere) reading.at = expression.lastIndex;
  return isThere;
};

const eatSign = (reading: Reading, signs: string): string => {
  const sign = reading.text.charAt(reading.at);
  if (sign === '' || !signs.includes(sign)) return '';
  reading.at += 1;
  return sign;
};

const afterValue = ({ open }: Reading): Wanted => (open.length > 0 ? 'comma' : 'nothing');

const close = (reading: Reading): Wanted => {
  reading.open.pop();
  return afterValue(reading);
};

const valueNext = (reading: Reading): Wanted | undefined => {
  const bracket = eatSign(reading, '[{');
  if (bracket) {
    reading.open.push(bracket === '[' ? ']' : '}');
    return bracket === '[' ? 'first value' : 'first name';
  }
  return eat(reading, STRING) || eat(reading, PLAIN) ? afterValue(reading) : undefined;
};

const nameNext = (reading: Reading): Wanted | undefined => (eat(reading, STRING) ? 'colon' : undefined);

/** Reads what is wanted; gives what is wanted next, or nothing when it is not there. */
const next: Readonly<Record<Wanted, (reading: Reading) => Wanted | undefined>> = {
  value: valueNext,
  'first value': (reading) => (eatSign(reading, ']') ? close(reading) : valueNext(reading)),
  name: nameNext,
  'first name': (reading) => (eatSign(reading, '}') ? close(reading) : nameNext(reading)),
  colon: (reading) => (eatSign(reading, ':') ? 'value' : undefined),
  comma: (reading) => {
    const end = reading.open.at(-1) ?? '';
    if (eatSign(reading, end)) return close(reading);
    return eatSign(reading, ',') ? (end === ']' ? 'value' : 'name') : undefined;
  },
  nothing: () => undefined,
};

const sentenceFor = (rest: string, wanted: Wanted): string => {
  const found = MISTAKES.find(
    ([sign, where]) => (where.length === 0 || where.includes(wanted)) && rest.search(sign) === 0,
  );
  return found?.[2] ?? EXPECTED[wanted];
};

/** The first place where a text stops being JSON; undefined when it is JSON. Takes time linear in the text. */
export const findJsonMistake = (text: string): JsonMistake | undefined => {
  const reading: Reading = { text, open: [], at: 0, wanted: 'value' };
  for (;;) {
    eat(reading, SPACE);
    const wanted = next[reading.wanted](reading);
    if (wanted === undefined) break;
    reading.wanted = wanted;
  }
  const { at, wanted } = reading;
  if (wanted === 'nothing' && at === text.length) return undefined;
  const before = text.slice(0, at).split('\n');
  const column = [...(before.at(-1) ?? '')].length + 1;
  return { line: before.length, column, sentence: sentenceFor(text.slice(at, at + 20), wanted) };
};
