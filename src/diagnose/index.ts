import type { PagePart } from '../controller/page-part.js';
import { diagnosisTexts, type DiagnosisKey } from '../i18n/diagnosis.js';
import { findCauses, type Finding } from './causes.js';
import { gatherFacts } from './facts.js';

const make = (name: string, text: string, className = ''): HTMLElement =>
  Object.assign(document.createElement(name), { textContent: text, className });

const entryOf = ({ cause, params = {}, line }: Finding, words: Readonly<Record<DiagnosisKey, string>>): HTMLElement => {
  const entry = make('li', '');
  const text = words[cause].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  entry.append(make('p', text));
  if (line !== undefined) entry.append(make('code', line, 'preformatted'));
  return entry;
};

type Spoken = keyof typeof diagnosisTexts;
const isSpoken = (language: string): language is Spoken => Object.hasOwn(diagnosisTexts, language);

/** Finds out why a form does not work and says so above it, in place of what was said before. */
const diagnose = async (root: ShadowRoot, endpoint: string, language: string): Promise<void> => {
  const findings = findCauses(await gatherFacts(endpoint));
  const spoken = isSpoken(language) ? language : 'en';
  const words = diagnosisTexts[spoken];
  const box = make('section', '', 'failure diagnosis');
  box.lang = spoken;
  box.dir = 'ltr';
  box.setAttribute('aria-label', words.title);
  const list = make('ul', '');
  list.append(...findings.map((finding) => entryOf(finding, words)));
  box.append(make('h2', words.title), findings.length > 0 ? list : make('p', words.fine), make('p', words.who, 'hint'));
  root.querySelector('.diagnosis')?.remove();
  root.prepend(box);
};

/** Finds out anew for each address, as long as the website asks for it. */
export const live: PagePart['live'] = ({ form, endpoint, language }) => {
  let told: string | undefined;
  const tell = (): void => {
    const wanted = form.diagnose ? form.endpoint : undefined;
    if (wanted !== undefined && wanted !== told) void diagnose(form.renderRoot as ShadowRoot, endpoint(), language());
    told = wanted;
  };
  form.addController({ hostUpdated: tell });
  tell();
};
