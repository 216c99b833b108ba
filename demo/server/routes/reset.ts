import { Hono } from 'hono';
import { isDenied } from '../services/sessions.js';
import { isPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../services/passwords.js';
import type { Services } from '../services/services.js';
import { ACCOUNT_STYLE, accountHead, accountPage, type AccountForm, type PageLocale } from './account-page.js';
import { limitBody } from './json-body.js';

const WORDS = {
  nl: {
    title: 'Nieuw wachtwoord',
    label: `Nieuw wachtwoord (minstens ${SHORTEST_PASSWORD} tekens)`,
    send: 'Wachtwoord opslaan',
    done: 'Uw nieuwe wachtwoord is opgeslagen. U kunt er nu mee inloggen.',
    length: `Kies een wachtwoord van ${SHORTEST_PASSWORD} tot ${LONGEST_PASSWORD} tekens.`,
    stale: 'Deze link is al gebruikt of verlopen. Vraag een nieuwe aan.',
  },
  en: {
    title: 'New password',
    label: `New password (at least ${SHORTEST_PASSWORD} characters)`,
    send: 'Save password',
    done: 'Your new password was saved. You can sign in with it now.',
    length: `Choose a password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
    stale: 'This link was used before or has expired. Ask for a new one.',
  },
} as const;

/** What somebody chooses a password with, and reads about it. */
export const passwordWords = (locale: PageLocale): (typeof WORDS)[PageLocale] => WORDS[locale];

/** A text from a form; empty for a file, and for what was not sent. */
export const formValue = (value: unknown): string => (typeof value === 'string' ? value : '');

const formOf = (locale: PageLocale, portal: string, token: string): AccountForm => {
  const { label, send } = WORDS[locale];
  return { action: '/reset', hidden: { portal, token }, label, send };
};

/** The page behind the link of a password mail, for people; the widget has no part in it. */
export const resetRoutes = (services: Services): Hono =>
  new Hono()
    .get('/reset.css', (c) => c.body(ACCOUNT_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .get('/reset', async (c, next) => {
      const [portal, token] = [c.req.query('portal') ?? '', c.req.query('token') ?? ''];
      const head = await accountHead(services, c, portal);
      if (!head) return next();
      c.header('Cache-Control', 'no-store');
      const { title } = WORDS[head.locale];
      return c.html(accountPage(head, { title, form: formOf(head.locale, portal, token) }));
    })
    .post('/reset', limitBody, async (c, next) => {
      const body = await c.req.parseBody();
      const [portal, token, newPassword] = [body['portal'], body['token'], body['password']].map(formValue);
      const head = await accountHead(services, c, portal ?? '');
      if (!head || portal === undefined || token === undefined || newPassword === undefined) return next();
      const { title, done, length, stale } = WORDS[head.locale];
      c.header('Cache-Control', 'no-store');
      if (!isPassword(newPassword)) {
        const form = formOf(head.locale, portal, token);
        return c.html(accountPage(head, { title, message: length, isWrong: true, form }), 422);
      }
      try {
        await services.customersOf({ id: portal }).api.resetPassword({ body: { newPassword, token } });
      } catch (error) {
        if (!isDenied(error)) throw error;
        return c.html(accountPage(head, { title, message: stale, isWrong: true }), 422);
      }
      return c.html(accountPage(head, { title, message: done }));
    });
