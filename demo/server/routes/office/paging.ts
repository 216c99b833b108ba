const LAST_PAGE = 1_000_000;

/** The number of a page, from 1; the first for anything else. */
export const pageOf = (text: string | undefined): number => {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
};
