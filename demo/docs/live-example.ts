import type { PortalConfig } from 'portal-request-form/contract';
import { describeIssue, lintJson, type ConfigIssue } from 'portal-request-form/rules';
import { wholeAround, type Whole } from './example-config.js';
import { make, makeForm } from './make.js';
import { TOKEN, type PagePortals } from './page-portal.js';

const PAUSE = 400;
/** A part of these is read before anybody signs in, or chooses what to request. */
const WITHOUT_TOKEN: ReadonlySet<string> = new Set(['configuration', 'portal', 'access']);
const WITHOUT_TYPE: ReadonlySet<string> = new Set([...WITHOUT_TOKEN, 'requestType']);

type Read = { readonly part: object } | { readonly mistake: string };

const read = (text: string): Read => {
  try {
    const part: unknown = JSON.parse(text);
    return typeof part === 'object' && part !== null ? { part } : { mistake: 'This is JSON, but no object.' };
  } catch (error) {
    return { mistake: error instanceof Error ? error.message : String(error) };
  }
};

const issueLine = (issue: ConfigIssue, { at }: Whole): HTMLElement => {
  const pointer = issue.pointer.startsWith(at) ? issue.pointer.slice(at.length) : issue.pointer;
  return make(
    'li',
    { class: issue.severity },
    ...(pointer ? [make('code', {}, pointer), ' '] : []),
    describeIssue(issue),
  );
};

/** These pages load pictures from their own server only, so a logo is that of the documentation. */
const withOwnLogo = (config: PortalConfig): PortalConfig => {
  const logo = config.portal.logo && new URL('assets/icon.svg', document.baseURI).href;
  return { ...config, portal: { ...config.portal, logo } };
};

/** Buttons for the types that an example stands for; each writes its name into the JSON. */
const typeButtons = (names: readonly string[], editor: HTMLTextAreaElement, changed: () => void): HTMLElement => {
  const buttons = names.map((name) => {
    const button = make('button', { type: 'button' }, name);
    button.addEventListener('click', () => {
      editor.value = editor.value.replace(/("type":\s*)"[^"]*"/, `$1"${name}"`);
      changed();
    });
    return button;
  });
  return make('div', { class: 'types', role: 'group', 'aria-label': 'Type' }, ...buttons);
};

const editorFor = (block: Element | null, name: string): HTMLTextAreaElement => {
  const text = (block?.querySelector('code')?.textContent ?? '').trimEnd();
  const rows = String(text.split('\n').length + 1);
  const label = `JSON of the example: ${name}`;
  const editor = make('textarea', { rows, spellcheck: 'false', autocomplete: 'off', 'aria-label': label });
  editor.value = text;
  return editor;
};

/** An example of a configuration that can be changed, with what is wrong with it, beside the form that it makes. */
export const showExample = (place: HTMLElement, portals: PagePortals): void => {
  const names = (place.dataset.properties ?? '').split(' ');
  const [name = ''] = names;
  const editor = editorFor(place.querySelector('pre'), name);
  const issues = make('ul', { class: 'issues' });
  const status = make('div', { role: 'status', 'aria-label': 'What is wrong' }, issues);
  const stage = make('div', { class: 'stage' });
  const shown = { text: '' };

  const showForm = (given: PortalConfig): void => {
    const config = withOwnLogo(given);
    const requestType = WITHOUT_TYPE.has(name) ? undefined : config.requestTypes[0]?.id;
    const token = WITHOUT_TOKEN.has(name) ? undefined : TOKEN;
    const attributes = { 'no-drafts': true, 'request-type': requestType };
    stage.replaceChildren(makeForm(portals.open(config), attributes, token));
  };
  const show = (): void => {
    if (editor.value === shown.text) return;
    shown.text = editor.value;
    const outcome = read(editor.value);
    if ('mistake' in outcome) {
      issues.replaceChildren(make('li', { class: 'error' }, outcome.mistake));
      return;
    }
    const whole = wholeAround(name, outcome.part);
    const found = lintJson(whole.config);
    issues.replaceChildren(...found.map((issue) => issueLine(issue, whole)));
    if (!found.some(({ severity }) => severity === 'error')) showForm(whole.config as PortalConfig);
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  editor.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  editor.addEventListener('change', show);
  const before = names.length > 1 ? [typeButtons(names, editor, show)] : [];
  const written = make('div', { class: 'written' }, ...before, editor, status);
  place.replaceChildren(written, stage);
  show();
};
