import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Installs the browsers and the database that the tests need, or says in one line what to install, and goes on. */
export const ensurePrograms = () =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', [join(root, 'scripts/browsers.sh')], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', resolve);
  });
