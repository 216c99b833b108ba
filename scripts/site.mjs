// Checks the documents: says which links lead to nothing and which snippets do not do what they show. `npm run build` makes the
// site from them.
import { deadLinks } from './site/links.mjs';
import { renderSite } from './site/render.mjs';
import { readNames, snippetMistakes, snippetsIn } from './site/snippets.mjs';
import { typeMistakes } from './site/types.mjs';
import { SITE_FILES } from './site/write.mjs';

const { pages, pictures, texts, mistakes } = await renderSite();
const files = new Set([...SITE_FILES, ...pictures.map((picture) => picture.replace(/^docs\//, ''))]);
const names = await readNames();
const snippets = [...texts].flatMap(([file, text]) => snippetsIn(text).map((snippet) => ({ file, ...snippet })));
const all = [
  ...mistakes,
  ...deadLinks(pages, (path) => files.has(path)),
  ...[...texts].flatMap(([file, text]) => snippetMistakes(text, names).map((mistake) => `${file}: ${mistake}`)),
  ...typeMistakes(snippets).map(({ file, message }) => `${file}: ${message}`),
];
for (const mistake of all) console.error(mistake);
console.log(`${pages.size} pages, ${snippets.length} snippets, ${all.length} mistakes`);
process.exit(all.length > 0 ? 1 : 0);
