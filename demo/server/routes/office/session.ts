import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod/mini';
import type { SignInHelp } from '../../../office-contract/index.js';
import { DEMO_MANAGER } from '../../demo-staff.js';
import { Refusal } from '../../problem.js';
import type { Services } from '../../services/services.js';
import { sendStaffReset } from '../../services/staff-reset.js';
import { findStaff, signInStaff, signOutStaff } from '../../services/staff-sessions.js';
import { limitBody, readJson } from '../json-body.js';
import type { OfficeEnv } from './env.js';

/** The cookie of a session of staff. */
export const COOKIE = 'office_session';
const PATH = '/api/office';

const emailSchema = z.string().check(z.minLength(1), z.maxLength(254));
const credentialsSchema = z.strictObject({
  email: emailSchema,
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});

/** Signing in and out. */
export const sessionRoutes = (services: Services): Hono<OfficeEnv> => {
  const secure = services.settings.publicUrl.startsWith('https:');
  const cookie = { httpOnly: true, sameSite: 'Strict', secure, path: PATH } as const;
  const { email, password } = DEMO_MANAGER;
  const help: SignInHelp = services.settings.isDemo ? { demo: { email, password } } : {};
  return new Hono<OfficeEnv>()
    .get('/sign-in', (c) => c.json(help))
    .post('/session', limitBody, async (c) => {
      const parsed = credentialsSchema.safeParse(await readJson(c));
      if (!parsed.success) throw new Refusal(400, 'invalid-request', 'An e-mail address and a password are needed');
      const { token, session } = await signInStaff(services, parsed.data, c.get('address'));
      setCookie(c, COOKIE, token, { ...cookie, expires: new Date(session.expiresAt) });
      return c.json(session);
    })
    .post('/password-reset', limitBody, async (c) => {
      const parsed = z.strictObject({ email: emailSchema }).safeParse(await readJson(c));
      if (!parsed.success) throw new Refusal(400, 'invalid-request', 'An e-mail address is needed');
      await sendStaffReset(services, parsed.data.email, c.get('address'));
      return c.json({}, 202);
    })
    .get('/session', async (c) => {
      const found = await findStaff(services, getCookie(c, COOKIE) ?? '');
      return found ? c.json(found.session) : c.body(null, 204);
    })
    .delete('/session', async (c) => {
      await signOutStaff(services, getCookie(c, COOKIE) ?? '');
      deleteCookie(c, COOKIE, cookie);
      return c.body(null, 204);
    });
};
