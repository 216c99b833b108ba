import type { PortalRequestForm } from 'portal-request-form';
import { readSnippet } from '../site/snippet.js';
import { logEvents } from './event-log.js';
import { themeRule, themes } from './themes.js';

const ATTRIBUTES = ['endpoint', 'request-type', 'lang', 'prefill-from', 'appearance', 'no-drafts'] as const;

const find = <E extends HTMLElement>(selector: string, kind: new () => E): E => {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The playground misses ${selector}`);
  return found;
};

// The element may not be defined yet, so its class cannot be asked for.
const form = find('portal-request-form', HTMLElement) as PortalRequestForm;
const settings = find('#settings', HTMLFormElement);
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const chosen = (name: string): string => {
  const value = new FormData(settings).get(name);
  return typeof value === 'string' ? value : '';
};

/** What an attribute should be: nothing when its setting is empty; a checked box is an attribute without a value. */
const wanted = (name: string): string | null => {
  const value = chosen(name);
  if (value === '') return null;
  return name === 'no-drafts' ? '' : value;
};

const setAttributes = (): void => {
  for (const name of ATTRIBUTES) {
    const value = wanted(name);
    if (value === null) form.removeAttribute(name);
    else if (form.getAttribute(name) !== value) form.setAttribute(name, value);
  }
  find('#opener', HTMLElement).hidden = wanted('appearance') !== 'dialog';
};

const setLooks = (): void => {
  const rule = themeRule(chosen('theme'));
  sheet.replaceSync(`${rule}\n:root { color-scheme: ${chosen('scheme')}; }\n#stage { width: ${chosen('width')}px; }`);
  find('#theme-rule', HTMLElement).textContent = rule;
  find('#width-shown', HTMLElement).textContent = `${chosen('width')} px`;
};

const showAll = (): void => {
  setLooks();
  find('#snippet', HTMLElement).textContent = readSnippet();
};

find('#theme', HTMLSelectElement).append(...Object.entries(themes).map(([name, { title }]) => new Option(title, name)));

settings.addEventListener('input', setLooks);
settings.addEventListener('change', () => {
  setAttributes();
  showAll();
});
settings.addEventListener('submit', (event) => {
  event.preventDefault();
});
for (const button of settings.querySelectorAll<HTMLElement>('[data-method]')) {
  const method = button.dataset.method as 'back' | 'next' | 'submit' | 'reset' | 'signOut';
  button.addEventListener('click', () => void form[method]());
}
find('#clear', HTMLElement).addEventListener('click', () => {
  find('#log', HTMLElement).replaceChildren();
});

logEvents(form, find('#log', HTMLElement), () => chosen('refuse') !== '');
setAttributes();
showAll();
