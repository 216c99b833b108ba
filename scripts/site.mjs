// Checks the documents: `node scripts/site.mjs` says which links lead to nothing. `npm run build` makes the site from them.
import { deadLinks } from './site/links.mjs';
import { renderSite } from './site/render.mjs';
import { SITE_FILES } from './site/write.mjs';

const { pages, pictures, mistakes } = await renderSite();
const files = new Set([...SITE_FILES, ...pictures.map((picture) => picture.replace(/^docs\//, ''))]);
const all = [...mistakes, ...deadLinks(pages, (path) => files.has(path))];
for (const mistake of all) console.error(mistake);
console.log(`${pages.size} pages, ${all.length} mistakes`);
process.exit(all.length > 0 ? 1 : 0);
