import { Hono } from 'hono';
import {
  changeMember,
  inviteColleague,
  listStaff,
  mailPasswordLink,
  removeStaffInvitation,
} from '../../services/staff-members.js';
import type { Services } from '../../services/services.js';
import { limitBody, readJson } from '../json-body.js';
import { pathId } from '../portal.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';

/** Who works for the portal. */
export const staffRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/staff', managersOnly, async (c) => c.json(await listStaff(services, c.get('clerk'))))
    .post('/staff/invitations', managersOnly, limitBody, async (c) =>
      c.json(await inviteColleague(services, c.get('clerk'), await readJson(c)), 201),
    )
    .delete('/staff/invitations/:id', managersOnly, async (c) => {
      await removeStaffInvitation(services, c.get('clerk'), pathId(c.req.param('id')));
      return c.body(null, 204);
    })
    .put('/staff/:id', managersOnly, limitBody, async (c) =>
      c.json(await changeMember(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c))),
    )
    .post('/staff/:id/password', managersOnly, async (c) => {
      await mailPasswordLink(services, c.get('clerk'), pathId(c.req.param('id')));
      return c.json({}, 202);
    });
