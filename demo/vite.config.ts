import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** The pages load the widget as any website does, from the server; the build leaves those tags as they are written. */
const keepEmbedTags: Plugin = {
  name: 'keep-embed-tags',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replaceAll(/<script(?=[^>]*\ssrc="\/dist\/)/g, '<script vite-ignore'),
  },
};

/** The company website. */
export default defineConfig({
  root: folder,
  publicDir: false,
  plugins: [keepEmbedTags],
  build: {
    outDir: '.build/site',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: pages.map((page) => `${folder}${page}`) },
  },
});
