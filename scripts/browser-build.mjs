// What every build for browsers has in common: the contract's own small schemas in zod's place, and no indentation in texts.
import { join } from 'node:path';
import { root } from './root.mjs';

/** zod/mini weighs 8 kB more than what the contract uses of it. */
export const smallSchemas = { find: /^zod\/mini$/, replacement: join(root, 'src/contract/shapes.ts') };

/** Templates and style sheets keep their lines, not the spaces before them. */
export const withoutIndentation = {
  name: 'without-indentation',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler: (code) => ({ code: code.replace(/\n\s+/g, '\n'), map: null }),
  },
};
