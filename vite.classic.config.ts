import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { small, smallParts } from './scripts/browser-build.mjs';

/** The classic script: one file with everything inside but the fields that few requests have. */
export default defineConfig({
  publicDir: false,
  plugins: small,
  resolve: {
    alias: [
      ...smallParts,
      ...['load-diagnose', 'load-dialog', 'load-language', 'load-lint', 'load-more', 'load-pictures'].map((name) => ({
        find: new RegExp(`^\\./${name}\\.js$`),
        replacement: fileURLToPath(new URL(`src/${name}-beside.ts`, import.meta.url)),
      })),
    ],
  },
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
    rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true, codeSplitting: false } },
  },
});
