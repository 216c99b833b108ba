import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { until } from 'lit/directives/until.js';

const plain = (source: string): TemplateResult => html`<p class="preformatted">${source}</p>`;

const load = async (source: string): Promise<TemplateResult> => {
  const { renderMarkdown } = await import('./markdown-tokens.js');
  return renderMarkdown(source);
};

/** Markdown as Lit templates. Its parser is a chunk of its own; until it is there, and without it, the text as written. */
export const markdown = (source: string): TemplateResult =>
  html`${guard([source], () => until(load(source).catch(() => plain(source)), plain(source)))}`;
