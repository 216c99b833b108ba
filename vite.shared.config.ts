import { defineConfig } from 'vite';

/** The contract and the rules, for backends and for pages; readable, because whoever installs them reads them. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    minify: false,
    lib: { entry: { contract: 'src/contract/index.ts', rules: 'src/rules/index.ts' }, formats: ['es'] },
    rolldownOptions: { external: [/^zod/], output: { chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
