import { defineConfig } from 'vite';

/** The classic script: one file with everything inside. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: 'src/classic.ts',
      formats: ['iife'],
      name: 'PortalRequestFormScript',
      fileName: () => 'portal-request-form.classic.js',
    },
    rolldownOptions: { output: { minify: true, codeSplitting: false } },
  },
});
