// Runs TypeScript with the package as others get it: `portal-request-form/…` comes from dist/, not from src/.
import { join } from 'node:path';
import { root } from './root.mjs';

process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.run.json');
await import('tsx');
