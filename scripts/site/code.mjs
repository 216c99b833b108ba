import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { escapeHtml } from './escape.mjs';

const LANGUAGES = { bash, css, javascript, json, typescript, xml };
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/** What colours a block that says what it is in another word. */
const ALIKE = {
  sh: 'bash',
  js: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
  html: 'xml',
  vue: 'xml',
  svelte: 'xml',
  astro: 'xml',
};

/** A block of code as HTML, coloured where its language is known. */
export const codeBlock = (text, language = '') => {
  const known = ALIKE[language] ?? language;
  const inside = known in LANGUAGES ? hljs.highlight(text, { language: known }).value : escapeHtml(text);
  return `<pre tabindex="0"><code data-language="${escapeHtml(language)}">${inside}</code></pre>\n`;
};
