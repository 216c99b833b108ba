import { Hono } from 'hono';
import { AUDIT_ACTIONS, type AuditGroup } from '../../../office-contract/index.js';
import { listAudit } from '../../services/audit-list.js';
import type { Services } from '../../services/services.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';
import { dayOf, idOf, oneOf } from './request-query.js';

const GROUPS = Object.keys(AUDIT_ACTIONS) as AuditGroup[];

/** Who did and saw what. */
export const auditRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/audit', managersOnly, async (c) => {
    const given = c.req.query();
    const wanted = {
      group: oneOf('group', GROUPS, given['group']),
      staff: idOf('member of staff', given['staff']),
      about: idOf('subject', given['about']),
      since: dayOf('day', given['since']),
      until: dayOf('day', given['until']),
      cursor: given['cursor'],
    };
    return c.json(await listAudit(services, c.get('clerk'), wanted));
  });
