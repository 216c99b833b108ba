import { setTimeout as after } from 'node:timers/promises';
import { end, launch, start, type Running } from '../../server/child.js';

/** A server that is killed and started again, on one port. */
export interface Mortal {
  readonly url: string;
  /** Resolves when the server is there, at once when it is. */
  up(): Promise<void>;
  /** Kills it, at any moment, and starts it again; `starts` are killed too, each after so many milliseconds. */
  kill(starts?: readonly number[]): Promise<void>;
  /** Whether it says so. */
  isHealthy(): Promise<boolean>;
  /** Ends it as an operator does; does nothing when it has ended. */
  stop(): Promise<void>;
}

const dieStarting = async (environment: Record<string, string>, milliseconds: number): Promise<void> => {
  const { child } = launch(environment);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await after(milliseconds);
  child.kill('SIGKILL');
  await gone;
};

/** Starts a server that can die; its first `starts` are killed, each after so many milliseconds. */
export const startMortal = async (given: Record<string, string>, starts: readonly number[]): Promise<Mortal> => {
  for (const milliseconds of starts) await dieStarting(given, milliseconds);
  let running: Running = await start(given);
  const { url } = running;
  const environment = { ...given, PORT: new URL(url).port };
  let up: Promise<void> = Promise.resolve();
  const restart = async (killed: readonly number[]): Promise<void> => {
    await end(running, 'SIGKILL');
    for (const milliseconds of killed) await dieStarting(environment, milliseconds);
    running = await start(environment);
  };
  return {
    url,
    up: () => up,
    kill: (killed = []) => (up = up.then(() => restart(killed))),
    isHealthy: async () => (await fetch(`${url}/health`)).ok,
    stop: async () => {
      await up;
      if (running.process.exitCode === null && running.process.signalCode === null) await end(running, 'SIGTERM');
    },
  };
};
