import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../root.mjs';
import { renderSite } from './render.mjs';

/** What pages load besides pictures. */
export const SITE_FILES = ['assets/icon.svg', 'assets/site.css', 'assets/site.js', 'widget/portal-request-form.js'];

const write = async (file, text) => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

/** Writes the pages, their pictures and the form, which was built before, into a folder; gives the names of the pages. */
export const writeSite = async (folder) => {
  const { pages, pictures } = await renderSite();
  await Promise.all([
    ...[...pages].map(([page, html]) => write(join(folder, page), html)),
    ...pictures.map((picture) => cp(join(root, picture), join(folder, picture.replace(/^docs\//, '')))),
    cp(join(root, 'demo/site/icon.svg'), join(folder, 'assets/icon.svg')),
    cp(join(root, 'dist/portal-request-form.js'), join(folder, 'widget/portal-request-form.js')),
    cp(join(root, 'dist/chunks'), join(folder, 'widget/chunks'), { recursive: true }),
  ]);
  return [...pages.keys()];
};
