import { spawn } from 'node:child_process';
import { root } from '../root.mjs';

/** Runs a Node process in the project's folder, its output on ours; gives its exit code. */
export const runNode = (argv, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? (signal ? 1 : 0));
    });
  });
