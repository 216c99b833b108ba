import { defineConfig } from 'vite';
import { small } from './scripts/browser-build.mjs';

/** What the classic script loads from beside it: a language that does not go along with it, and the dialog. */
export default defineConfig({
  publicDir: false,
  plugins: small,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: {
        ar: 'src/i18n/whole-ar.ts',
        de: 'src/i18n/whole-de.ts',
        fr: 'src/i18n/whole-fr.ts',
        nl: 'src/i18n/whole-nl.ts',
        dialog: 'src/dialog/index.ts',
      },
      formats: ['es'],
      fileName: (_format, name) => `portal-request-form.${name}.js`,
    },
    rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true } },
  },
});
