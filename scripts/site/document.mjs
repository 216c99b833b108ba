// A Markdown document as the inside of a page: headings with the ids that GitHub gives them, links to pages, no HTML of its own.
import { Marked, Renderer } from 'marked';
import { codeBlock } from './code.mjs';
import { drawing } from './drawing.mjs';
import { escapeHtml } from './escape.mjs';
import { liveBlock, liveExample } from './live.mjs';

const unescapeHtml = (text) =>
  text.replaceAll(
    /&(?:lt|gt|quot|#39|amp);/g,
    (one) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' })[one],
  );
const plain = (html) => unescapeHtml(html.replaceAll(/<[^>]+>/g, '')).trim();

/** Gives each heading an id of its own, as GitHub does. */
const createIds = () => {
  const counts = new Map();
  return (text) => {
    const slug = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
};

/** What is called after its file in the repository is called after its heading in the site. */
const IS_FILE_NAME = /^(?:docs\/)?[\w-]+\.md$/;

const SHORT = 170;

/** What a paragraph says in one line, whole sentences where they fit. */
const shorten = (text) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= SHORT) return line;
  const sentence = /^.{40,}?[.:](?=\s)/.exec(line.slice(0, SHORT))?.[0];
  return sentence?.replace(/:$/, '.') ?? `${line.slice(0, SHORT - 1).replace(/\s+\S*$/, '')}…`;
};

/** The renderer of one document; it collects headings, and the first paragraph as its description. */
const rendererOf = (found, resolve) => {
  const idFor = createIds();
  let properties;
  return {
    heading({ tokens, depth }) {
      const html = this.parser.parseInline(tokens);
      const text = plain(html);
      const id = idFor(text);
      found.headings.push({ id, text, depth });
      return `<h${depth} id="${escapeHtml(id)}">${html}</h${depth}>\n`;
    },
    paragraph({ tokens }) {
      const html = this.parser.parseInline(tokens);
      if (!html.startsWith('<img')) found.description ??= shorten(plain(html));
      return `<p>${html}</p>\n`;
    },
    link({ href, tokens }) {
      const { address, inRepository, title } = resolve(href);
      const written = this.parser.parseInline(tokens);
      const html = title !== undefined && IS_FILE_NAME.test(written) ? escapeHtml(title) : written;
      if (address !== undefined) return `<a href="${escapeHtml(address)}">${html}</a>`;
      const isNamed = plain(html).includes(inRepository);
      return isNamed ? html : `${html} (<code>${escapeHtml(inRepository)}</code>)`;
    },
    image({ href, text }) {
      const { address, size } = resolve(href);
      const measures = size ? ` width="${size.width}" height="${size.height}"` : '';
      return `<img src="${escapeHtml(address ?? '')}" alt="${escapeHtml(text)}"${measures} loading="lazy">`;
    },
    code({ text, lang }) {
      const block = (lang === 'mermaid' ? drawing(text) : undefined) ?? codeBlock(text, lang);
      const names = lang === 'json' ? properties : undefined;
      properties = undefined;
      return names ? liveExample(names, block) : block;
    },
    table(token) {
      const about = found.headings.at(-1)?.text ?? '';
      const label = escapeHtml(`Table: ${about}`);
      const html = Renderer.prototype.table.call(this, token).replaceAll('<th></th>', '<td></td>');
      return `<div class="table" tabindex="0" role="group" aria-label="${label}">${html}</div>\n`;
    },
    html({ text }) {
      const [, word, names = ''] = /^<!-- (\w+): ?(.*?) -->\s*$/.exec(text) ?? [];
      if (word === 'properties') properties = names;
      if (word === 'live') return liveBlock(names);
      return text.startsWith('<!--') ? '' : escapeHtml(text);
    },
  };
};

/**
 * Gives `{ html, title, description, headings }`. `resolve(href)` says where a link leads: an `address` in the site, with the
 * `title` of a page or the `size` of a picture, or a path `inRepository` that the site does not have.
 */
export const renderDocument = (markdown, resolve) => {
  const found = { headings: [], description: undefined };
  const html = new Marked({ renderer: rendererOf(found, resolve) }).parse(markdown, { async: false });
  const title = found.headings.find(({ depth }) => depth === 1)?.text ?? '';
  return { html, title, description: found.description ?? title, headings: found.headings };
};
