import type { Context } from 'hono';
import { REQUEST_STATUSES } from 'portal-request-form/contract';
import { REQUEST_SORTS } from '../../../office-contract/index.js';
import { Refusal } from '../../problem.js';
import type { RequestQuery } from '../../services/request-filter.js';
import type { Place } from '../../services/list-page.js';
import { queryText } from '../portal.js';
import type { OfficeEnv } from './env.js';

const refuse = (name: string): Refusal => new Refusal(400, 'invalid-request', `There is no such ${name}`);

export const oneOf = <T extends string>(name: string, among: readonly T[], text: string | undefined): T | undefined => {
  if (!text) return undefined;
  const found = among.find((one) => one === text);
  if (found === undefined) throw refuse(name);
  return found;
};

export const idOf = (name: string, text: string | undefined): string | undefined => {
  if (!text) return undefined;
  if (text.includes('\0') || text.length > 200) throw refuse(name);
  return text;
};

export const dayOf = (name: string, text: string | undefined): string | undefined => {
  if (!text) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text || text < '0001') throw refuse(name);
  return text;
};

const assigneeOf = (text: string | undefined, own: string): string | null | undefined => {
  if (text === 'nobody') return null;
  return text === 'mine' ? own : idOf('assignee', text);
};

/** Which requests a call asks for. Throws a 400 for what cannot be. */
export const requestQueryOf = (c: Context<OfficeEnv>): RequestQuery => {
  const given = c.req.query();
  const status = oneOf('status', REQUEST_STATUSES, given['status']);
  const type = idOf('request type', given['type']);
  const assignee = assigneeOf(given['assignee'], c.get('clerk').id);
  const since = dayOf('day', given['since']);
  const until = dayOf('day', given['until']);
  return {
    query: queryText(given['query']),
    isUnread: oneOf('choice', ['yes'], given['unread']) === 'yes',
    sort: oneOf('order', REQUEST_SORTS, given['sort']) ?? 'newest',
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
};

/** From where on a call asks for rows; undefined for the first page. */
export const placeOf = (c: Context<OfficeEnv>): Place | undefined => {
  const { after, before } = c.req.query();
  if (before) return { cursor: before, isBackwards: true };
  return after ? { cursor: after, isBackwards: false } : undefined;
};
