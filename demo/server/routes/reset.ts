import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { isDenied } from '../services/sessions.js';
import type { Services } from '../services/services.js';
import { preferredLocale, textIn } from '../services/texts.js';
import { limitBody } from './json-body.js';

const SHORTEST = 8;
const LONGEST = 128;

const words = {
  nl: {
    title: 'Nieuw wachtwoord',
    label: `Nieuw wachtwoord (minstens ${SHORTEST} tekens)`,
    send: 'Wachtwoord opslaan',
    done: 'Uw nieuwe wachtwoord is opgeslagen. U kunt er nu mee inloggen.',
    length: `Kies een wachtwoord van ${SHORTEST} tot ${LONGEST} tekens.`,
    stale: 'Deze link is al gebruikt of verlopen. Vraag een nieuwe aan.',
  },
  en: {
    title: 'New password',
    label: `New password (at least ${SHORTEST} characters)`,
    send: 'Save password',
    done: 'Your new password was saved. You can sign in with it now.',
    length: `Choose a password of ${SHORTEST} to ${LONGEST} characters.`,
    stale: 'This link was used before or has expired. Ask for a new one.',
  },
} as const;

type Locale = keyof typeof words;

interface Shown {
  readonly locale: Locale;
  readonly portalName: string;
  readonly message?: string;
  readonly form?: { readonly portal: string; readonly token: string };
}

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem; }
label { display: block; font-weight: 600; }
input { font: inherit; box-sizing: border-box; width: 100%; min-height: 44px; padding: 0 .75rem; margin: .25rem 0 1rem; }
button { font: inherit; font-weight: 600; min-height: 44px; padding: 0 1.25rem; }
`;

const page = ({ locale, portalName, message, form }: Shown) => {
  const { title, label, send } = words[locale];
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} - ${portalName}</title>
        <link rel="stylesheet" href="/reset.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${portalName}</p>
          ${message === undefined ? '' : html`<p role="status">${message}</p>`}
          ${
            form === undefined
              ? ''
              : html`<form method="post" action="/reset">
                  <input type="hidden" name="portal" value="${form.portal}" />
                  <input type="hidden" name="token" value="${form.token}" />
                  <label for="password">${label}</label>
                  <input
                    id="password"
                    name="password"
                    type="password"
                    autocomplete="new-password"
                    required
                    minlength="${SHORTEST}"
                    maxlength="${LONGEST}"
                  />
                  <button>${send}</button>
                </form>`
          }
        </main>
      </body>
    </html>`;
};

const one = (value: unknown): string => (typeof value === 'string' ? value : '');

const isLocale = (locale: string): locale is Locale => Object.hasOwn(words, locale);

/** The page behind the link of a password mail, for people; the widget has no part in it. */
export const resetRoutes = (services: Services): Hono => {
  const shownFor = async (c: Context, portalId: string): Promise<Shown | undefined> => {
    const portal = /^[A-Za-z0-9_-]{1,100}$/.test(portalId) ? await services.portals.find(portalId) : undefined;
    if (!portal) return undefined;
    const { name, locale: own } = portal.config.portal;
    const offered = [own, ...Object.keys(words)].filter(isLocale);
    const locale = preferredLocale(c.req.header('accept-language'), offered);
    return { locale: isLocale(locale) ? locale : 'en', portalName: textIn(name, locale, own) };
  };
  return new Hono()
    .get('/reset.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .get('/reset', async (c, next) => {
      const [portal, token] = [c.req.query('portal') ?? '', c.req.query('token') ?? ''];
      const shown = await shownFor(c, portal);
      c.header('Cache-Control', 'no-store');
      return shown ? c.html(page({ ...shown, form: { portal, token } })) : next();
    })
    .post('/reset', limitBody, async (c, next) => {
      const body = await c.req.parseBody();
      const [portal, token, newPassword] = [one(body['portal']), one(body['token']), one(body['password'])];
      const shown = await shownFor(c, portal);
      if (!shown) return next();
      const { done, length, stale } = words[shown.locale];
      c.header('Cache-Control', 'no-store');
      if (newPassword.length < SHORTEST || newPassword.length > LONGEST) {
        return c.html(page({ ...shown, message: length, form: { portal, token } }), 422);
      }
      try {
        await services.customersOf({ id: portal }).api.resetPassword({ body: { newPassword, token } });
      } catch (error) {
        if (!isDenied(error)) throw error;
        return c.html(page({ ...shown, message: stale }), 422);
      }
      return c.html(page({ ...shown, message: done }));
    });
};
