import type { Context } from 'hono';
import { html } from 'hono/html';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../services/passwords.js';
import type { Services } from '../services/services.js';
import { preferredLocale, textIn } from '../services/texts.js';

/** The languages of the pages behind links in mails. */
const LOCALES = ['nl', 'en'] as const;
export type PageLocale = (typeof LOCALES)[number];

/** What a page behind a link in a mail shows. */
export interface AccountPage {
  readonly title: string;
  readonly message?: string | undefined;
  /** Whether the message says what is wrong. */
  readonly isWrong?: boolean;
  readonly form?: AccountForm | undefined;
  readonly next?: { readonly address: string; readonly text: string } | undefined;
}

export interface AccountForm {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly intro?: string;
  /** What password managers keep the password under. */
  readonly username?: string;
  /** The label of the new password; none is asked for when it is left out. */
  readonly label?: string | undefined;
  readonly send: string;
}

/** Whose page it is, and in which language. */
export interface AccountHead {
  readonly locale: PageLocale;
  readonly portalName: string;
}

/** The style of the pages, served at `/reset.css`. */
export const ACCOUNT_STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem; }
label { display: block; font-weight: 600; }
input { font: inherit; box-sizing: border-box; width: 100%; min-height: 44px; padding: 0 .75rem; margin: .25rem 0 1rem; }
button { font: inherit; font-weight: 600; min-height: 44px; padding: 0 1.25rem; }
[role=alert] { border-inline-start: 4px solid light-dark(#a51d1d, #ffa49b); padding-inline-start: .75rem; }
p, h1 { overflow-wrap: anywhere; }
a { color: light-dark(#0a5a7c, #86cdee); }
`;

const isLocale = (locale: string): locale is PageLocale => LOCALES.some((one) => one === locale);

/** Whose page it is, in the language that the browser asks for; undefined when there is no such portal. */
export const accountHead = async (
  { portals }: Services,
  c: Context,
  portalId: string,
): Promise<AccountHead | undefined> => {
  const portal = /^[A-Za-z0-9_-]{1,100}$/.test(portalId) ? await portals.find(portalId) : undefined;
  if (!portal) return undefined;
  const { name, locale: own } = portal.config.portal;
  const offered = [own, ...LOCALES].filter(isLocale);
  const locale = preferredLocale(c.req.header('accept-language'), offered);
  return { locale: isLocale(locale) ? locale : 'en', portalName: textIn(name, locale, own) };
};

const passwordField = (label: string, isWrong: boolean) => html`
  <label for="password">${label}</label>
  <input
    id="password"
    name="password"
    type="password"
    autocomplete="new-password"
    required
    minlength="${SHORTEST_PASSWORD}"
    maxlength="${LONGEST_PASSWORD}"
    ${isWrong ? html`aria-invalid="true" aria-describedby="message"` : ''}
  />
`;

const formOf = ({ action, hidden, intro, username, label, send }: AccountForm, isWrong: boolean) => html`
  ${intro === undefined ? '' : html`<p>${intro}</p>`}
  <form method="post" action="${action}">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${
      username === undefined || label === undefined
        ? ''
        : html`<input type="email" name="username" value="${username}" autocomplete="username" hidden readonly />`
    }
    ${label === undefined ? '' : passwordField(label, isWrong)}
    <button>${send}</button>
  </form>
`;

/** The page as HTML; every word of it is escaped. */
export const accountPage = (
  { locale, portalName }: AccountHead,
  { title, message, isWrong = false, form, next }: AccountPage,
) =>
  html`<!doctype html>
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
          ${message === undefined ? '' : html`<p id="message" role="${isWrong ? 'alert' : 'status'}">${message}</p>`}
          ${form === undefined ? '' : formOf(form, isWrong)}
          ${next === undefined ? '' : html`<p><a href="${next.address}">${next.text}</a></p>`}
        </main>
      </body>
    </html>`;
