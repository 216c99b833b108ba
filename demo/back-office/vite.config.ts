import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The office's pages. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/back-office/',
  publicDir: false,
  build: { outDir: '../.build/back-office', emptyOutDir: true, target: 'es2022' },
});
