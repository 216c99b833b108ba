import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from './error-code.js';

/** Another live process works in the folder. */
export class FolderInUseError extends Error {
  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}. Stop it first, or set DATA_DIR to another folder.`);
    this.name = 'FolderInUseError';
  }
}

interface Holder {
  readonly pid: number;
  /** When that process started, so that a later one with the same number is not mistaken for it. */
  readonly started: string;
}

/** The start of a process as the kernel counts it; the same text for every process where it cannot be told. */
const startOf = async (pid: number): Promise<string> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH', 'EACCES')) return '';
    throw error;
  }
};

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

const isAlive = async ({ pid, started }: Holder): Promise<boolean> =>
  pid !== process.pid && exists(pid) && (started === '' || (await startOf(pid)) === started);

const readHolder = async (path: string): Promise<Holder | undefined> => {
  try {
    const [pid = '', started = ''] = (await readFile(path, 'utf8')).trim().split(' ');
    return { pid: Number(pid), started };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

const takeIfFree = async (own: string, lock: string): Promise<boolean> => {
  try {
    await link(own, lock); // in one go with its content, and only where there is none
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
};

/** Moves a dead process's lock aside; a lock that meanwhile became a living one's is put back. */
const clearStale = async (lock: string, own: string): Promise<void> => {
  const aside = `${own}.stale`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const holder = await readHolder(aside);
  if (holder && (await isAlive(holder))) await takeIfFree(aside, lock);
  await rm(aside, { force: true });
};

const TRIES = 20;
const BETWEEN_TRIES = 50;

/**
 * Takes a folder for this process alone, and gives what releases it. The lock of a process that no longer runs is taken
 * over. Throws a `FolderInUseError` when a living process has it.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const own = join(folder, `lock.${process.pid}.${randomBytes(4).toString('hex')}`);
  await writeFile(own, `${process.pid} ${await startOf(process.pid)}\n`);
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await takeIfFree(own, lock)) return () => rm(lock, { force: true });
      const holder = await readHolder(lock);
      if (holder && (await isAlive(holder))) throw new FolderInUseError(folder, holder.pid);
      if (holder) await clearStale(lock, own);
      await wait(BETWEEN_TRIES);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw new Error(`The lock of the data folder ${folder} cannot be taken`);
};
