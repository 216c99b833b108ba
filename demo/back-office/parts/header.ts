import { html, nothing, type TemplateResult } from 'lit';
import type { StaffSession } from '../../office-contract/index.js';
import { addressOf, FIRST_ROUTE } from '../route.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../texts/index.js';
import type { Words } from '../words.js';

interface Header {
  words: Words;
  staff?: StaffSession['staff'];
  speak(language: Language): void;
  signOut(): void;
}

const languageSwitch = ({ words, speak }: Header) => html`
  <div class="languages" role="group" aria-label=${words.say('language')}>
    ${LANGUAGES.map(
      (language) =>
        html`<button
          type="button"
          lang=${language}
          aria-pressed=${language === words.language}
          @click=${() => {
            speak(language);
          }}
        >
          ${LANGUAGE_NAMES[language]}
        </button>`,
    )}
  </div>
`;

/** The bar above every page: where one is, the language, and who is signed in. */
export const header = (parts: Header): TemplateResult => html`
  <header class="bar">
    <a class="skip" href="#main">${parts.words.say('skip')}</a>
    <a class="brand" href=${addressOf(FIRST_ROUTE)}>${parts.words.say('office')}</a>
    ${languageSwitch(parts)}
    ${
      parts.staff
        ? html`<span class="staff" dir="auto">${parts.staff.name}</span>
            <button type="button" class="quiet" @click=${parts.signOut}>${parts.words.say('sign-out')}</button>`
        : nothing
    }
  </header>
`;
