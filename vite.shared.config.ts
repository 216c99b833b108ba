import { defineConfig } from 'vite';

/**
 * The contract, the rules and the renderer of Markdown, for backends and for pages, and what a server gets in place of the
 * element; readable, because whoever installs them reads them.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    minify: false,
    lib: {
      entry: {
        contract: 'src/contract/index.ts',
        rules: 'src/rules/index.ts',
        markdown: 'src/fragments/markdown.ts',
        server: 'src/server.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^zod/, /^lit/, './portal-request-form.js'],
      output: { chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
