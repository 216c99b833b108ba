import { createSpeaker, type Language } from './language.js';
import { readSnippet } from './snippet.js';

const speak = createSpeaker();
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-language]')];

const asked = (): Language => (new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'nl');

const show = (language: Language): void => {
  speak(language);
  for (const link of links) link.ariaCurrent = link.dataset.language === language ? 'true' : null;
};

// The page stays where it is, so that nothing typed in the form is lost.
for (const link of links) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    history.replaceState(history.state, '', link.href);
    show(asked());
  });
}

addEventListener('popstate', () => {
  show(asked());
});

if (asked() !== 'nl') show(asked());

const snippet = document.querySelector('#snippet');
if (snippet) snippet.textContent = readSnippet();
