import { embedTags } from '../site/snippet.js';
import { copyable } from './copy.js';
import { EXAMPLE_PORTAL } from './example-portal.js';
import { choice, labelled, make, makeForm } from './make.js';
import type { PagePortals } from './page-portal.js';

/** What the demo's server has beside the documentation, when it is that server which shows this page. */
const SERVED = [
  ['demo', 'an installer, on this server'],
  ['everything', 'every kind of field, on this server'],
] as const;
const LANGUAGES = [
  ['en', 'English'],
  ['nl', 'Nederlands'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['ar', 'العربية'],
] as const;
const APPEARANCES = [
  ['', 'in the page'],
  ['dialog', 'in a dialog'],
] as const;
/** What the snippet names when the portal lives in this page only. */
const ELSEWHERE = 'https://portal.example.com/api/portals/acme';

const OPENER = '<button type="button" data-portal-open>Open the form</button>';

const served = (name: string): string => new URL(`../api/portals/${name}`, document.baseURI).href;

const isServed = (name: string): Promise<boolean> =>
  fetch(`${served(name)}/config`, { credentials: 'omit' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** The form as a website has it, with what a website chooses, and the lines that it took. */
export const showTrial = (place: HTMLElement, portals: PagePortals): void => {
  const inPage = portals.open(EXAMPLE_PORTAL);
  const portal = choice([[inPage, 'in this page, without a server']]);
  const language = choice(LANGUAGES);
  const appearance = choice(APPEARANCES);
  const snippet = make('pre', { tabindex: '0', 'aria-label': 'The lines to copy' });
  const stage = make('div', { class: 'stage' });
  const script = new URL('widget/portal-request-form.js', document.baseURI).href;

  const form = makeForm(inPage);
  const opener = make('button', { type: 'button', 'data-portal-open': true }, 'Open the form');
  stage.append(opener, form);

  const show = (): void => {
    const isDialog = appearance.value === 'dialog';
    opener.hidden = !isDialog;
    if (isDialog) form.setAttribute('appearance', 'dialog');
    else form.removeAttribute('appearance');
    if (form.lang !== language.value) form.lang = language.value;
    if (form.endpoint !== portal.value) form.endpoint = portal.value;
    const written = makeForm(portal.value === inPage ? ELSEWHERE : portal.value, {
      lang: language.value,
      appearance: isDialog && 'dialog',
    });
    snippet.textContent = [...(isDialog ? [OPENER] : []), ...embedTags(script, written)].join('\n');
  };
  const controls = make(
    'form',
    { class: 'choices', 'aria-label': 'What to try' },
    labelled('Portal', portal),
    labelled('Language', language),
    labelled('Where', appearance),
  );
  controls.addEventListener('change', show);
  place.replaceChildren(controls, stage, copyable(snippet));
  show();
  void isServed('demo').then((isThere) => {
    if (!isThere) return;
    portal.append(...SERVED.map(([name, text]) => new Option(text, served(name))));
  });
};
