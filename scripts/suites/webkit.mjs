import { spawn } from 'node:child_process';

const START_TIME = 15_000;

/** Starts an X server on a display that nobody uses. */
const startDisplay = () =>
  new Promise((resolve, reject) => {
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    xvfb.once('error', reject);
    xvfb.once('close', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    xvfb.stdio[3].once('data', (display) => resolve({ xvfb, display: `:${String(display).trim()}` }));
  });

const untilReady = async (port) => {
  const until = Date.now() + START_TIME;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not start');
};

/** Starts WebKit's driver, invisibly, on a port; gives a function that stops it. */
export const startWebKitDriver = async (port) => {
  const { xvfb, display } = await startDisplay();
  const driver = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', GDK_BACKEND: 'x11' },
  });
  const stop = () => {
    driver.kill();
    xvfb.kill();
  };
  process.once('exit', stop);
  driver.once('error', stop);
  await untilReady(port);
  return stop;
};
