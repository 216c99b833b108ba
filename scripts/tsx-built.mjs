// Runs TypeScript with the package as others get it: `portal-request-form/…` comes from dist/, not from src/.
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { root } from './root.mjs';

const WATCH_EVERY = 250;

process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.run.json');
await import('tsx');

// npm runs this in a shell that passes no signal on: when that shell has been stopped, this process is to stop too.
if (isMainThread && process.env.npm_lifecycle_event === 'start') {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, WATCH_EVERY);
  watch.unref();
}
