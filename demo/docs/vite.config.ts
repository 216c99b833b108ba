import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** What the pages of the documentation load; `scripts/site` writes the pages. */
export default defineConfig({
  root: folder,
  base: './',
  publicDir: false,
  build: {
    outDir: '../.build/docs',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // know light-dark(), which a theme switches within a page
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      input: `${folder}site.ts`,
      output: {
        entryFileNames: 'assets/site.js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/site[extname]',
      },
    },
  },
});
