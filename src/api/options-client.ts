import { optionPageSchema, type OptionPage, type OptionSource } from '../contract/index.js';
import type { Http } from './http.js';
import { parse } from './request-client.js';

/** Which choices are asked for: those that match what was typed, or the addresses at a postcode and house number. */
export interface OptionQuery {
  readonly source: OptionSource;
  readonly query?: string;
  readonly cursor?: string;
  readonly postcode?: string;
  readonly houseNumber?: string;
}

/** A page of choices. Rejects with a `Failure`, or with an `AbortError` when `signal` says so. */
export const fetchOptions = async (
  http: Http,
  { source, ...query }: OptionQuery,
  signal: AbortSignal,
): Promise<OptionPage> => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const page = await http.json(`/options/${source}?${search.toString()}`, { signal });
  return parse(optionPageSchema, page);
};
