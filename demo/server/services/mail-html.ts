import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { mailColours } from './mail-colours.js';
import { buttonText } from './mail-texts.js';

/** What a mail looks like as HTML. */
export interface MailLook {
  readonly portalId: string;
  readonly portalName: string;
  /** The language of the text. */
  readonly locale: string;
  /** `#rrggbb`. */
  readonly colour?: string | undefined;
  /** The one address that becomes a button; any other stays text, as a customer may have typed it. */
  readonly link?: string | undefined;
  /** What that button says. */
  readonly button?: string | undefined;
  /** Nobody but the recipient sees that it was sent. */
  readonly isPrivate?: boolean;
}

const FONT = 'font-family:-apple-system,BlinkMacSystemFont,&quot;Segoe UI&quot;,Roboto,Arial,sans-serif';

/** Mail programs that know dark mode take these; the others keep what stands at each element. */
const STYLE = `
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    body, .ground { background: #14171a !important; }
    .letter { background: #1f2327 !important; }
    .words { color: #e8eaed !important; }
    .foot { color: #a9b0b8 !important; }
    .words a, .foot a { color: #9cc8f5 !important; }
  }
`;

type Fragment = ReturnType<typeof html>;
type Colours = ReturnType<typeof mailColours>;

const lines = (paragraph: string): Fragment[] =>
  paragraph.split('\n').map((line, index) => html`${index > 0 ? raw('<br />') : ''}${line}`);

const words = (paragraph: string): Fragment => html`
  <p class="words" style="${raw(FONT)};margin:0 0 16px;font-size:16px;line-height:1.5;color:#1b1f24">
    ${lines(paragraph)}
  </p>
`;

/** A link as a button, and as the address itself below it for who cannot follow it. */
const button = (address: string, label: string, { ground, on }: Colours): Fragment => html`
  <p style="margin:8px 0 16px">
    <a
      href="${address}"
      style="${raw(FONT)};display:inline-block;padding:13px 22px;border-radius:6px;background:${ground};color:${on};font-size:16px;font-weight:600;text-decoration:none"
      >${label}</a
    >
  </p>
  <p
    class="foot"
    style="${raw(FONT)};margin:0 0 16px;font-size:13px;line-height:1.5;color:#5b636c;word-break:break-all"
  >
    ${address}
  </p>
`;

const SPACING = raw('width="100%" cellpadding="0" cellspacing="0" border="0"');

const head = (title: string): Fragment => html`
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="supported-color-schemes" content="light dark" />
    <title>${title}</title>
    <style>
      ${raw(STYLE)}
    </style>
  </head>
`;

/** The sheet that the letter stands on: a table, as that is what every mail program can draw. */
const sheet = (portalName: string, colours: Colours, content: Fragment): Fragment => html`
  <table role="presentation" class="letter" ${SPACING} style="max-width:560px;background:#ffffff;border-radius:8px">
    <tr>
      <td
        style="${raw(FONT)};padding:16px 24px;border-radius:8px 8px 0 0;background:${colours.ground};color:${colours.on};font-size:17px;font-weight:600"
      >
        ${portalName}
      </td>
    </tr>
    <tr>
      <td style="padding:24px 24px 8px">${content}</td>
    </tr>
  </table>
`;

/**
 * A mail as a page that loads nothing from anywhere. Every word of it is escaped; a paragraph is what blank lines
 * divide, and one that is only the link is a button.
 */
export const mailHtml = (mail: { readonly subject: string; readonly text: string }, look: MailLook): string => {
  const colours = mailColours(look.colour);
  const label = look.button ?? buttonText(look.locale);
  const paragraphs = mail.text.trim().split(/\n{2,}/);
  const content = html`
    <h1 class="words" style="${raw(FONT)};margin:0 0 20px;font-size:21px;line-height:1.3;color:#1b1f24">
      ${mail.subject}
    </h1>
    ${paragraphs.map((one) => (one === look.link ? button(one, label, colours) : words(one)))}
  `;
  const page = html`<!doctype html>
    <html lang="${look.locale}">
      ${head(mail.subject)}
      <body class="ground" style="margin:0;padding:0;background:#f1f3f5">
        <table role="presentation" class="ground" ${SPACING} style="background:#f1f3f5">
          <tr>
            <td align="center" style="padding:24px 12px">${sheet(look.portalName, colours, content)}</td>
          </tr>
        </table>
      </body>
    </html> `;
  return (page as HtmlEscapedString).toString(); // it holds nothing that is waited for
};
