import { defineConfig } from 'vite';

/** What the classic script loads from beside it for a language that does not go along with it. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: { de: 'src/i18n/whole-de.ts', fr: 'src/i18n/whole-fr.ts' },
      formats: ['es'],
      fileName: (_format, name) => `portal-request-form.${name}.js`,
    },
    rolldownOptions: { output: { minify: true } },
  },
});
