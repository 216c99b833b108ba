const MOST_WORDS = 10;

/** Letters that carry their accent in themselves, and how they are typed without it. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** A text without case and accents, for finding and sorting. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıøłđßæœ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');

const LONGEST_NUMBER = 12;

/** A text as it sorts: without case and accents, and numbers by their value, so that 2 comes before 10. */
export const sortKeyOf = (text: string): string =>
  folded(text).replace(/\d+/g, (digits) => digits.padStart(LONGEST_NUMBER, '0'));

/** One `LIKE` pattern for each word of a query; `%` and `_` mean themselves. */
export const wordPatterns = (query: string): string[] =>
  query
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
