import { createMiddleware } from 'hono/factory';
import { Refusal } from '../../problem.js';
import type { OfficeEnv } from './env.js';

/** The portal that a page was drawn for, and in the answer the one that the session is about. */
const HEADER = 'Office-Portal';

/** Refuses what a tab asks for one portal after another tab has gone to another: 409, before anything is read or written. */
export const samePortal = createMiddleware<OfficeEnv>(async (c, next) => {
  const { portalId } = c.get('clerk');
  const meant = c.req.header(HEADER);
  if (meant !== undefined && meant !== portalId && c.req.path !== '/api/office/session/portal') {
    c.header(HEADER, portalId);
    throw new Refusal(409, 'forbidden', 'This session is about another portal now');
  }
  await next();
});
