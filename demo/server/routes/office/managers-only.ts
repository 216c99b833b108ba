import { createMiddleware } from 'hono/factory';
import { Refusal } from '../../problem.js';
import type { OfficeEnv } from './env.js';

/** Stands before each route that is for managers: 403 for anybody else. */
export const managersOnly = createMiddleware<OfficeEnv>(async (c, next) => {
  if (c.get('clerk').role !== 'manager') throw new Refusal(403, 'forbidden', 'This is for managers of the portal');
  await next();
});
