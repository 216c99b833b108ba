import { Hono } from 'hono';
import { passwordResetSchema, signInSchema } from 'portal-request-form/contract';
import { Refusal } from '../problem.js';
import type { Services } from '../services/services.js';
import { sendCode, sendPasswordReset, signIn, signOut } from '../services/sessions.js';
import { limitBody, readJson } from './json-body.js';
import { callerOf, requiredSession, type PortalEnv } from './portal.js';

const invalid = (title: string): Refusal => new Refusal(400, 'invalid-request', title);

/** `/session` and `/password-reset`. */
export const sessionRoutes = (services: Services): Hono<PortalEnv> =>
  new Hono<PortalEnv>()
    .post('/session', limitBody, async (c) => {
      c.header('Cache-Control', 'no-store');
      const parsed = signInSchema.safeParse(await readJson(c));
      if (!parsed.success) throw invalid('This is not a way to sign in');
      const credentials = parsed.data;
      const portal = c.get('portal');
      if (!portal.config.access.signIn.includes(credentials.method))
        throw invalid('This portal does not offer that way');
      if (credentials.method === 'password' || credentials.code !== undefined) {
        return c.json(await signIn(services, portal, credentials, callerOf(c)));
      }
      await sendCode(services, portal, credentials.email, callerOf(c));
      return c.json({ codeSentTo: credentials.email }, 202);
    })
    .get('/session', async (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json(await requiredSession(services, c));
    })
    .delete('/session', async (c) => {
      const authorization = c.req.header('authorization');
      if (authorization !== undefined) await signOut(services, c.get('portal'), authorization);
      return c.body(null, 204);
    })
    .post('/password-reset', limitBody, async (c) => {
      const parsed = passwordResetSchema.safeParse(await readJson(c));
      if (!parsed.success) throw invalid('An e-mail address is needed');
      await sendPasswordReset(services, c.get('portal'), parsed.data.email, callerOf(c));
      return c.body(null, 202);
    });
