import type { TextFormat } from '../contract/index.js';

/** A kind of text that has one canonical way of writing. */
interface Format {
  /** The canonical way of writing; only used when it then matches. */
  canonical(text: string): string;
  matches(text: string): boolean;
}

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const HTTP = /^https?:\/\/[^/\s\\?#]/i;
const EMAIL_LENGTH = 254;

const asTyped = (text: string): string => text;

/** Whether a text is an absolute link to follow with a browser: `http` or `https`, nothing else. */
export const isHttpUrl = (text: string): boolean => {
  if (!HTTP.test(text) || /\s/.test(text)) return false;
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
};

const letterToDigits = (letter: string): string => String(parseInt(letter, 36));

/** ISO 7064 mod 97-10: the first four characters go to the end, letters become two digits. */
const isIban = (text: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, letterToDigits);
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
};

/** The formats of a `text` field, and those that `email`, `tel` and `url` fields have of themselves. */
export const formats = {
  'postcode-nl': {
    canonical: (text) => text.toUpperCase().replace(/^(\d{4})\s*([A-Z]{2})$/, '$1 $2'),
    matches: (text) => /^[1-9]\d{3} (?!S[ADS])[A-Z]{2}$/.test(text),
  },
  iban: { canonical: (text) => text.replace(/[\s.-]/g, '').toUpperCase(), matches: isIban },
  kvk: { canonical: (text) => text.replace(/[\s.]/g, ''), matches: (text) => /^\d{8}$/.test(text) },
  email: { canonical: asTyped, matches: (text) => text.length <= EMAIL_LENGTH && EMAIL.test(text) },
  tel: {
    canonical: (text) => text.replace(/^(\+.*)\(0\)/, '$1').replace(/[\s.()[\]/\-\u2010-\u2015]/g, ''),
    matches: (text) => /^\+?\d{6,15}$/.test(text),
  },
  url: { canonical: asTyped, matches: isHttpUrl },
} satisfies Record<TextFormat | 'email' | 'tel' | 'url', Format>;

export type FormatName = keyof typeof formats;
