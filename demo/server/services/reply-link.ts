import { sessionExpired } from '../problem.js';
import type { Portal } from './portals.js';
import { findByLink } from './questions.js';
import type { Services } from './services.js';

/** Tells the token of a link to one request from one of a session. */
const PREFIX = 'reply.';

const tokenIn = (authorization: string): string | undefined => {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization.trim()) ?? [];
  return token?.startsWith(PREFIX) ? token.slice(PREFIX.length) : undefined;
};

export const isReplyToken = (authorization: string | undefined): authorization is string =>
  authorization !== undefined && tokenIn(authorization) !== undefined;

/** What a link to one request is good for. */
export interface ReplyLink {
  readonly questionId: string;
  readonly requestId: string;
  /** Whose request it is; nothing for a guest's. */
  readonly customerId: string | undefined;
  /** It was answered, or is not asked any more: only a repeat of the reply gets an answer. */
  readonly isClosed: boolean;
}

/** What the link in `Authorization` is good for. Throws a 401 for one that never was, or whose time is over. */
export const findReplyLink = async (services: Services, portal: Portal, authorization: string): Promise<ReplyLink> => {
  const found = await findByLink(services, portal.id, tokenIn(authorization) ?? '');
  if (!found) throw sessionExpired();
  const { id, requestId, closedAt } = found.question;
  return { questionId: id, requestId, customerId: found.customerId ?? undefined, isClosed: closedAt !== null };
};
