// Which documents the site has, in which order.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** The pages of the navigation; a page is called what its heading says, unless another name stands behind it. */
export const GROUPS = [
  {
    name: 'Start',
    pages: [
      ['README.md', 'Overview'],
      ['docs/try.md'],
      ['docs/embedding.md'],
      ['docs/frameworks.md'],
      ['docs/theming.md'],
    ],
  },
  {
    name: 'What is asked',
    pages: [['docs/configuration.md'], ['docs/rules.md'], ['docs/settings.md'], ['docs/migration.md']],
  },
  {
    name: 'The element',
    pages: [['docs/api.md', 'Properties and methods'], ['docs/events.md'], ['docs/accessibility.md']],
  },
  {
    name: 'A backend',
    pages: [
      ['docs/contract.md'],
      ['docs/backend.md'],
      ['demo/backends/node-http/README.md'],
      ['docs/webhooks.md'],
      ['docs/receipts.md'],
    ],
  },
  { name: 'Running it', pages: [['docs/operations.md'], ['docs/people.md'], ['docs/privacy.md'], ['SECURITY.md']] },
  { name: 'What it holds', pages: [['docs/reliability.md'], ['docs/performance.md']] },
  {
    name: 'The project',
    pages: [
      ['docs/architecture.md'],
      ['docs/decisions/README.md'],
      ['CONTRIBUTING.md'],
      ['CONVENTIONS.md'],
      ['docs/releasing.md'],
      ['CHANGELOG.md'],
    ],
  },
];

export const DECISIONS = 'docs/decisions/README.md';

/** Where a document stands in the site: `docs/rules.md` in `rules.html`, the README in `index.html`. */
export const pageOf = (file) =>
  file
    .replace(/^docs\//, '')
    .replace(/README\.md$/, 'index.html')
    .replace(/\.md$/, '.html')
    .toLowerCase();

const markdownIn = async (folder) =>
  (await readdir(join(root, folder)))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${folder}/${name}`);

/** The documents in reading order, and those that nobody put into it. */
export const contents = async () => {
  const named = GROUPS.flatMap(({ pages }) => pages.map(([file]) => file));
  const decisions = await markdownIn('docs/decisions');
  const files = named.flatMap((file) => (file === DECISIONS ? [file, ...decisions] : [file]));
  return { files, decisions, forgotten: (await markdownIn('docs')).filter((file) => !named.includes(file)) };
};
