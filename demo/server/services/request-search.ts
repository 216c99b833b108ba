import { and, eq, ilike, sql, type SQL } from 'drizzle-orm';
import { requests, workOrders } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { wordPatterns } from './search-words.js';

/** Every word that was looked for has to be found, whatever stands around it; `%` and `_` mean themselves. */
const matching = (query: string): SQL | undefined =>
  and(...wordPatterns(query).map((pattern) => ilike(requests.searchText, pattern)));

/** What a whole reference or e-mail address names, where an index of its own finds it. */
const exactly = (portalId: string, text: string): SQL | undefined => {
  if (/^PR-\d{4}-\d{6,}$/i.test(text)) return eq(requests.reference, text.toUpperCase());
  if (/^WO-\d{4}-\d{6,}$/i.test(text)) {
    const same = and(eq(workOrders.portalId, portalId), eq(workOrders.reference, text.toUpperCase()));
    return sql`${requests.id} = (SELECT ${workOrders.requestId} FROM ${workOrders} WHERE ${same})`;
  }
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    return sql`lower(${requests.contact} ->> 'email') = ${text.toLowerCase()}`;
  return undefined;
};

/**
 * The condition that a request of a portal is found by what was typed: the request or the customer that it names as a
 * whole, else every request with all of its words. An index on all words is slow where each of their parts is common.
 */
export const searched = async (queryable: Queryable, portalId: string, query: string): Promise<SQL | undefined> => {
  const exact = exactly(portalId, query.trim());
  if (!exact) return matching(query);
  const [found] = await queryable
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.portalId, portalId), exact))
    .limit(1);
  return found ? exact : matching(query);
};
