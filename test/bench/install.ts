import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

/** Installs the other libraries at the versions of their own lock file. */
export const installPeers = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: join(root, 'test/bench/peers'),
      stdio: 'inherit',
    });
    npm.once('error', reject);
    npm.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ci in test/bench/peers ended with ${code ?? 'a signal'}`));
    });
  });
