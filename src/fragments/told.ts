import { html, type TemplateResult } from 'lit';
import type { Text } from '../contract/index.js';
import type { Translator } from '../i18n/translate.js';

/** A text from the configuration, marked as what it is where it is in another language than the form. */
export const told = (words: Translator, text: Text | undefined): string | TemplateResult => {
  const lang = words.otherLanguage(text);
  const shown = words.text(text);
  return lang && shown ? html`<span lang=${lang} dir="auto">${shown}</span>` : shown;
};
