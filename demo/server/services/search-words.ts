const MOST_WORDS = 10;

/** A text without case and accents, for finding and sorting. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/** One `LIKE` pattern for each word of a query; `%` and `_` mean themselves. */
export const wordPatterns = (query: string): string[] =>
  query
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
