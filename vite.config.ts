import { defineConfig } from 'vite';
import { small, smallParts } from './scripts/browser-build.mjs';

/** The script for `<script type="module">`: a small entry, and chunks for what is needed later. */
export default defineConfig({
  publicDir: false,
  plugins: small,
  resolve: { alias: smallParts },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'portal-request-form.js' },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { minify: true, chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
