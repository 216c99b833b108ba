import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { parseMarkdown, type Block } from './markdown-parse.js';
import type { Inline } from './markdown-inline.js';
import { isSafeLink } from './safe-link.js';

type Rendered = TemplateResult | string;

const renderInline = (inline: Inline): Rendered => {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'break':
      return html`<br />`;
    case 'strong':
      return html`<strong>${inline.content.map(renderInline)}</strong>`;
    case 'emphasis':
      return html`<em>${inline.content.map(renderInline)}</em>`;
    case 'link':
      return isSafeLink(inline.href)
        ? html`<a href=${inline.href} target="_blank" rel="noopener noreferrer">${inline.content.map(renderInline)}</a>`
        : html`${inline.content.map(renderInline)}`;
  }
};

/** Headings come below the step's own: what Markdown calls level 1 is level 4 here. */
const renderHeading = (level: number, content: readonly Inline[]): Rendered =>
  level <= 2 ? html`<h4>${content.map(renderInline)}</h4>` : html`<h5>${content.map(renderInline)}</h5>`;

const renderList = (start: number | undefined, items: readonly (readonly Block[])[]): Rendered => {
  const rows = items.map((item) => html`<li>${renderItem(item)}</li>`);
  return start === undefined
    ? html`<ul>
        ${rows}
      </ul>`
    : html`<ol start=${start}>
        ${rows}
      </ol>`;
};

/** An item of one paragraph stands without it, so that short lists stay dense. */
const renderItem = (item: readonly Block[]): Rendered[] =>
  item.map((block) =>
    block.type === 'paragraph' && item.length <= 2 ? html`${block.content.map(renderInline)}` : renderBlock(block),
  );

const renderBlock = (block: Block): Rendered => {
  switch (block.type) {
    case 'heading':
      return renderHeading(block.level, block.content);
    case 'paragraph':
      return html`<p>${block.content.map(renderInline)}</p>`;
    case 'list':
      return renderList(block.start, block.items);
    case 'quote':
      return html`<blockquote>${block.content.map(renderBlock)}</blockquote>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'rule':
      return html`<hr />`;
  }
};

/** Markdown as Lit templates: no HTML from outside ever becomes elements. */
export const markdown = (source: string): TemplateResult =>
  html`${guard([source], () => parseMarkdown(source).map(renderBlock))}`;
