// What every build for browsers has in common: less of what libraries bring than they have, and nothing that only we read.
import { join } from 'node:path';
import { minify } from 'terser';
import { root } from './root.mjs';

/** What takes the place of libraries of which browsers need little: zod/mini weighs 8 kB more than what is used of it. */
export const smallParts = [
  { find: /^zod\/mini$/, replacement: join(root, 'src/contract/shapes.ts') },
  { find: /^lit\/decorators\.js$/, replacement: join(root, 'scripts/small-decorators.mjs') },
];

/** A style sheet without what browsers skip; a space before a colon means something. */
const smallStyles = (code) =>
  code.replace(/\bcss`[^`]*`/g, (styles) =>
    styles
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s*([{};,])\s*/g, '$1')
      .replace(/:\s+/g, ':')
      .replace(/;\}/g, '}'),
  );

/** No texts of nothing but a new line beside the blocks of a field, of which a form may have a thousand. */
const withoutLinesAroundBlocks = (code) =>
  code
    .replace(/(<\/?(?:div|fieldset|legend|p)\b[^>\n]*>)\n/g, '$1')
    .replace(/\n(<\/?(?:div|fieldset|legend|p)\b)/g, '$1');

const withoutIndentation = {
  name: 'without-indentation',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler: (code, id) => {
      const small = smallStyles(code).replace(/\n\s+/g, '\n');
      return { code: id.includes('/src/fields/') ? withoutLinesAroundBlocks(small) : small, map: null };
    },
  },
};

/** What the bundler made small, smaller: names that occur in a file again, conditions, and functions that are used once. */
const smallScripts = {
  name: 'small-scripts',
  generateBundle: async ({ format }, bundle) => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code } = await minify(chunk.code, {
        module: format === 'es',
        toplevel: true,
        ecma: 2020,
        compress: { passes: 3 },
      });
      chunk.code = code;
    }
  },
};

/** The plugins of every build for browsers. */
export const small = [withoutIndentation, smallScripts];
