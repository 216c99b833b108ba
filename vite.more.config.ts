import { defineConfig } from 'vite';
import { small, smallParts } from './scripts/browser-build.mjs';

/** What the classic script loads from beside it: the fields that few requests have, with everything inside. */
export default defineConfig({
  publicDir: false,
  plugins: small,
  resolve: { alias: smallParts },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'src/more-part.ts', formats: ['es'], fileName: () => 'portal-request-form.more.js' },
    rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true, codeSplitting: false } },
  },
});
