import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StaffSession } from '../../office-contract/index.js';
import { addressOf, FIRST_ROUTE, type Route } from '../route.js';
import { maySee, sectionRoute, SECTIONS } from '../sections.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../texts/index.js';
import type { Words } from '../words.js';

interface Header {
  words: Words;
  session?: StaffSession;
  route?: Route;
  speak(language: Language): void;
  signOut(): void;
}

const languageChoice = ({ words, speak }: Header) => html`
  <div class="languages">
    <select
      aria-label=${words.say('language')}
      @change=${({ target }: Event) => {
        const chosen = LANGUAGES.find((one) => target instanceof HTMLSelectElement && one === target.value);
        if (chosen) speak(chosen);
      }}
    >
      ${LANGUAGES.map(
        (language) =>
          html`<option value=${language} lang=${language} .selected=${live(language === words.language)}>
            ${LANGUAGE_NAMES[language]}
          </option>`,
      )}
    </select>
  </div>
`;

/** Where somebody can go; only what their role lets them see. */
const navigation = ({ words, session, route }: Header) => {
  const isAt = (path: string) => route?.page === 'section' && route.section === path;
  const seen = SECTIONS.filter((section) => maySee(section, session?.staff));
  const links = [
    {
      to: addressOf(FIRST_ROUTE),
      label: words.say('work-orders'),
      isHere: route?.page !== 'section' && route?.page !== 'not-found',
      isApart: false,
    },
    ...seen.map(({ path, label, isApart = false }) => ({
      to: addressOf(sectionRoute(path)),
      label: words.say(label),
      isHere: isAt(path),
      isApart,
    })),
  ];
  return html`<office-menu
    .words=${words}
    .links=${links.filter(({ isApart }) => !isApart)}
    .here=${links.find(({ isHere }) => isHere)?.label}
  ></office-menu>`;
};

/** Whose requests and settings every page is about, and the way to another portal. */
const portalLink = ({ words, route }: Header, { portal }: StaffSession) =>
  html`<a
    class="portal-name"
    href=${addressOf(sectionRoute('portals'))}
    aria-current=${route?.page === 'section' && route.section === 'portals' ? 'page' : nothing}
    ><span class="visually-hidden">${words.say('portal')}: </span
    ><bdi>${words.text(portal.name, portal.locale)}</bdi></a
  >`;

/** The bar above every page: where one is, the language, and who is signed in. */
export const header = (parts: Header): TemplateResult => html`
  <header class="bar">
    <a class="skip" href="#main">${parts.words.say('skip')}</a>
    <a class="brand" href=${addressOf(FIRST_ROUTE)}>${parts.words.say('office')}</a>
    ${parts.session ? navigation(parts) : nothing} ${languageChoice(parts)}
    ${
      parts.session
        ? html`${portalLink(parts, parts.session)}<span class="staff" dir="auto">${parts.session.staff.name}</span>
            <button type="button" class="quiet" @click=${parts.signOut}>${parts.words.say('sign-out')}</button>`
        : nothing
    }
  </header>
`;
