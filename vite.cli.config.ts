import { defineConfig } from 'vite';

/** The commands of the package, for Node. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    lib: { entry: { cli: 'src/cli/main.ts' }, formats: ['es'] },
    rolldownOptions: { external: [/^zod/, /^node:/], output: { codeSplitting: false } },
  },
});
