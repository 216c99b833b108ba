import { escapeHtml } from './escape.mjs';

const link = (href, text, more = '') => `<a href="${escapeHtml(href)}"${more}>${escapeHtml(text)}</a>`;

const navigation = (groups, current) =>
  groups
    .map(
      ({ name, pages }) =>
        `<section><h2>${escapeHtml(name)}</h2><ul>${pages
          .map(
            ({ href, label, page }) => `<li>${link(href, label, page === current ? ' aria-current="page"' : '')}</li>`,
          )
          .join('')}</ul></section>`,
    )
    .join('\n');

const ENOUGH = 3;

const onThisPage = (headings) => {
  const parts = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (parts.length < ENOUGH) return '';
  const items = parts.map(({ id, text, depth }) => `<li class="level-${depth}">${link(`#${id}`, text)}</li>`).join('');
  return `<details class="parts"><summary>On this page</summary><nav aria-label="On this page"><ul>${items}</ul></nav></details>`;
};

const neighbour = (page, rel, says) =>
  page ? `<a rel="${rel}" href="${escapeHtml(page.href)}"><small>${says}</small> ${escapeHtml(page.label)}</a>` : '';

/** The form, as any website loads it. */
const widget = (up) => `\n<script type="module" src="${up}widget/portal-request-form.js"></script>`;

/**
 * A whole page. Every address is relative to it, so that the site can stand in any folder of any server.
 *
 * @param {{
 *   page: string, current: string, up: string, file: string, title: string, description: string, html: string,
 *   headings: { id: string, text: string, depth: number }[],
 *   groups: { name: string, pages: { href: string, label: string, page: string }[] }[],
 *   previous?: { href: string, label: string }, next?: { href: string, label: string },
 * }} page
 */
export const layOut = ({
  current,
  up,
  file,
  title,
  description,
  html,
  headings,
  groups,
  previous,
  next,
}) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title === 'portal-request-form' ? title : `${title} – portal-request-form`)}</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}assets/site.css">
<script type="module" src="${up}assets/site.js"></script>${html.includes(' data-live="') ? widget(up) : ''}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="brand" href="${up}index.html"><img src="${up}assets/icon.svg" alt="" width="32" height="32"> portal-request-form</a>
<button type="button" class="menu" popovertarget="navigation">Menu</button>
</header>
<div class="columns">
<nav id="navigation" popover aria-label="Documentation">
${navigation(groups, current)}
</nav>
<main id="content" tabindex="-1">
${onThisPage(headings)}
<article>
${html}</article>
<footer>
<nav class="neighbours" aria-label="Previous and next">${neighbour(previous, 'prev', 'Previous')}${neighbour(next, 'next', 'Next')}</nav>
<p class="source">This page is made from <code>${escapeHtml(file)}</code>.</p>
</footer>
</main>
</div>
</body>
</html>
`;
