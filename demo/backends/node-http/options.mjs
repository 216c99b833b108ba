import { invalid, notFound } from './problem.mjs';

const SOURCES = ['assets', 'addresses', 'contacts', 'projects'];
const PAGE = 20;

/** What customers can choose from; `choices` has the lists of each customer, by id and source. */
export const createOptions = (choices) => {
  const choicesOf = ({ id }, source) => choices[id]?.[source] ?? [];
  return {
    choicesOf,
    isSource: (source) => SOURCES.includes(source),

    page: (customer, source, query) => {
      if (!SOURCES.includes(source)) throw notFound();
      const words = (query.get('query') ?? '').toLowerCase();
      const isWanted = ({ label, detail = '' }) => `${label} ${detail}`.toLowerCase().includes(words);
      const found = choicesOf(customer, source).filter(isWanted);
      const cursor = query.get('cursor');
      const from = cursor === null ? 0 : found.findIndex(({ id }) => id === cursor) + 1;
      if (cursor !== null && from === 0) throw invalid('This cursor is not ours');
      const items = found.slice(from, from + PAGE);
      return { items, ...(found.length > from + PAGE ? { nextCursor: items.at(-1).id } : {}) };
    },

    /** A Dutch postcode and house number, for everybody. This backend has no register of addresses, so it knows none. */
    addressesAt: (query) => {
      const isPostcode = /^[1-9]\d{3}\s?[a-z]{2}$/i.test(query.get('postcode') ?? '');
      if (!isPostcode || !/^[1-9]\d{0,4}$/.test(query.get('houseNumber') ?? '')) throw invalid('This is no address');
      return { items: [] };
    },
  };
};
