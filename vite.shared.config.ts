import { defineConfig } from 'vite';

/**
 * The contract and the rules, for backends and for pages, and what a server gets in place of the element; readable, because
 * whoever installs them reads them.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    minify: false,
    lib: {
      entry: { contract: 'src/contract/index.ts', rules: 'src/rules/index.ts', server: 'src/server.ts' },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^zod/, './portal-request-form.js'],
      output: { chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
