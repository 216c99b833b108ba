import { html, type TemplateResult } from 'lit';
import { lexer, type Token, type Tokens } from 'marked';
import { isSafeLink } from './safe-link.js';

type Rendered = TemplateResult | string;
type Renderer = (token: Tokens.Generic) => Rendered;

const inline = (tokens: readonly Token[] | undefined): Rendered[] => (tokens ?? []).map(render);

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decode = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

const link = (token: Tokens.Generic): Rendered => {
  const href = String(token.href);
  const content = inline(token.tokens);
  return isSafeLink(href)
    ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${content}</a>`
    : html`${content}`;
};

const list = (token: Tokens.Generic): Rendered => {
  const items = (token.items as Tokens.ListItem[]).map((item) => html`<li>${inline(item.tokens)}</li>`);
  return token.ordered ? html`<ol start=${Number(token.start) || 1}>${items}</ol>` : html`<ul>${items}</ul>`;
};

const table = (token: Tokens.Generic): Rendered => {
  const { header, rows } = token as Tokens.Table;
  return html`<div class="scroll" tabindex="0" role="region"><table>
    <thead><tr>${header.map((cell) => html`<th scope="col">${inline(cell.tokens)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell.tokens)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
};

/** Headings come below the step's own: what Markdown calls level 1 is level 4 here. */
const heading = (token: Tokens.Generic): Rendered => {
  const content = inline(token.tokens);
  return Number(token.depth) <= 2 ? html`<h4>${content}</h4>` : html`<h5>${content}</h5>`;
};

const text: Renderer = (token) => (token.tokens ? html`${inline(token.tokens)}` : decode(token.text as string));

const renderers: Record<string, Renderer> = {
  space: () => '',
  heading,
  paragraph: (token) => html`<p>${inline(token.tokens)}</p>`,
  blockquote: (token) => html`<blockquote>${inline(token.tokens)}</blockquote>`,
  code: (token) => html`<pre><code>${token.text}</code></pre>`,
  hr: () => html`<hr />`,
  list,
  table,
  text,
  escape: text,
  strong: (token) => html`<strong>${inline(token.tokens)}</strong>`,
  em: (token) => html`<em>${inline(token.tokens)}</em>`,
  del: (token) => html`<s>${inline(token.tokens)}</s>`,
  codespan: (token) => html`<code>${decode(token.text as string)}</code>`,
  br: () => html`<br />`,
  link,
  image: (token) => String(token.text),
};

/** What is not in the table, HTML above all, is shown as it was written. */
const render = (token: Token): Rendered => {
  const renderer = Object.hasOwn(renderers, token.type) ? renderers[token.type] : undefined;
  return renderer ? renderer(token as Tokens.Generic) : token.raw;
};

/** Renders Markdown as templates: no HTML from outside ever becomes elements. */
export const renderMarkdown = (source: string): TemplateResult => html`${inline(lexer(source))}`;
