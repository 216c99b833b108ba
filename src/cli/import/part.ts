import type { FieldType, Text } from '../../contract/index.js';
import type { Clause } from './condition.js';
import type { Draft, DraftOption } from './draft.js';
import { wordOf } from './json.js';
import type { Reason } from './reasons.js';
import { joined } from './texts.js';

/** What a question has whatever its type. */
export interface Base {
  readonly where: string;
  readonly key: string;
  readonly label: Text;
  readonly help?: Text | undefined;
  readonly isRequired?: boolean | undefined;
  readonly requiredWhen?: Clause | undefined;
  readonly visibleWhen: readonly Clause[];
  readonly initial?: unknown;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly asks?: number | undefined;
}

/** One of the fields that a question becomes; most become one. */
export interface Part {
  readonly type: FieldType;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly options?: readonly DraftOption[] | undefined;
  readonly rows?: readonly Draft[] | undefined;
  /** Tells the part apart from the others, in its key. */
  readonly suffix?: string | undefined;
  /** Comes behind the question’s label. */
  readonly label?: Text | undefined;
  /** Where it differs from the question’s. */
  readonly isRequired?: boolean | undefined;
  readonly visibleWhen?: readonly Clause[] | undefined;
  readonly initial?: unknown;
}

/** The parts of a question, or why it has none. */
export type Parts = readonly Part[] | Reason;

/** The fields of a question. */
export const draftsOf = (base: Base, parts: readonly Part[]): Draft[] =>
  parts.map((part, index) => ({
    ...base,
    key: part.suffix === undefined ? base.key : `${base.key}.${part.suffix}`,
    type: part.type,
    label: part.label === undefined ? base.label : joined(base.label, ' – ', part.label),
    help: index === 0 ? base.help : undefined,
    isRequired: part.isRequired ?? base.isRequired,
    requiredWhen: part.isRequired === undefined ? base.requiredWhen : undefined,
    visibleWhen: [...base.visibleWhen, ...(part.visibleWhen ?? [])],
    initial: 'initial' in part ? part.initial : base.initial,
    settings: { ...base.settings, ...part.settings },
    options: part.options,
    rows: part.rows,
  }));

/** As many choices are shown at once; more are a list to open. */
const SHOWN_CHOICES = 7;

/** One choice of several, as radio buttons while they are few. */
export const oneOf = (options: readonly DraftOption[], isOpen = options.length <= SHOWN_CHOICES): Part => ({
  type: isOpen ? 'radio' : 'select',
  options,
});

/** A date and a time, which are two fields here. */
export const dateAndTime = (words: { readonly date: string; readonly time: string }, initial?: unknown): Part[] => [
  { type: 'date', suffix: 'date', label: words.date, initial },
  {
    type: 'time',
    suffix: 'time',
    label: words.time,
    initial: typeof initial === 'string' ? /T(\d{2}:\d{2})/.exec(initial)?.[1] : undefined,
  },
];

/** A size such as `10MB` in bytes; a bare number is bytes already. */
export const bytesOf = (size: unknown): number | undefined => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmg]?)i?b?\s*$/i.exec(wordOf(size) ?? '');
  if (!match) return undefined;
  const bytes = Math.floor(Number(match[1]) * 1024 ** ' kmg'.indexOf((match[2] || ' ').toLowerCase()));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
};

/** File types from a list such as `.pdf, image/*`; undefined when every type is taken. */
export const acceptOf = (list: unknown): string[] | undefined => {
  const types = (typeof list === 'string' ? list.split(/[,;|\s]+/) : [])
    .map((one) => one.trim().toLowerCase())
    .filter((one) => /^(?:\.[a-z0-9]+|[a-z]+\/[a-z0-9.+*-]+|\*\.[a-z0-9]+)$/.test(one))
    .map((one) => one.replace(/^\*\./, '.'));
  return types.length > 0 ? types : undefined;
};

/** Whether a pattern begins and ends where the answer does: it has no alternatives outside of its groups. */
const isWhole = (pattern: string): boolean => {
  const bare = pattern.replace(/\\.|\[(?:[^\\\]]|\\.)*\]/g, '_');
  let depth = 0;
  for (const character of bare) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return false;
  }
  return bare.startsWith('^') && bare.endsWith('$');
};

/** A pattern that is searched for, as one that the whole answer has to match. */
export const wholePattern = (searched: string): string =>
  isWhole(searched) ? searched : `[\\s\\S]*(?:${searched})[\\s\\S]*`;

const YES = ['yes', 'y', 'Yes', 'YES', 'true', '1'];
const NO = ['no', 'n', 'No', 'NO', 'false', '0'];

/** Yes or no, whatever value the form keeps for them. */
export const yesOrNoPart = (words: { readonly yes: string; readonly no: string }): Part => ({
  type: 'radio',
  options: [
    { value: 'yes', label: words.yes, aliases: YES },
    { value: 'no', label: words.no, aliases: NO },
  ],
});
