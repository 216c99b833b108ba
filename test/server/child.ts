import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE = 60_000;

/** A server in a process of its own. */
export interface Running {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Starts the server without waiting for it; it lives too short for a fast embedded database to be worth compiling. */
export const launch = (
  environment: Record<string, string>,
  command: readonly string[] = ['demo/server/main.ts'],
): { child: ChildProcess; said: () => string } => {
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', ...command], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
  }
  return { child, said: () => text };
};

/** Starts the server and waits until it says that it is ready; rejects with what it said when it ends instead. */
export const start = (environment: Record<string, string>): Promise<Running> =>
  new Promise((resolve, reject) => {
    const { child, said } = launch(environment);
    const fail = (): void => {
      child.kill('SIGKILL');
      reject(new Error(said()));
    };
    const timer = setTimeout(fail, PATIENCE);
    child.once('exit', fail);
    child.stdout?.on('data', () => {
      const port = /Ready on port (\d+)/.exec(said())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      child.removeListener('exit', fail);
      resolve({ process: child, url: `http://127.0.0.1:${port}` });
    });
  });

/** Ends the server with a signal, and gives its exit code. */
export const end = async ({ process: child }: Running, signal: NodeJS.Signals): Promise<number | null> => {
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await exit;
  return code;
};

/** What a server says that does not start. */
export const complaint = async (environment: Record<string, string>): Promise<string> => {
  const { child, said } = launch(environment);
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 1);
  return said();
};

/** Runs a command of the server's, and gives its exit code and what it said. */
export const run = async (
  environment: Record<string, string>,
  command: readonly string[],
): Promise<{ code: number | null; text: string }> => {
  const { child, said } = launch(environment, command);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, text: said() };
};
