import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What every embedded database has besides PostgreSQL itself: words are found in long texts by an index. */
export const EXTENSIONS = { btree_gin, pg_trgm };

/** The embedded database has stopped, as after a full disk, and has not been opened again yet. */
export class DatabaseStoppedError extends Error {
  /** The SQLSTATE of a server that has crashed. */
  readonly code = '57P02';

  constructor(cause?: unknown) {
    super('The embedded database has stopped', { cause });
    this.name = 'DatabaseStoppedError';
  }
}

/** PGlite on real files would leave the last seconds to the kernel: its files cannot flush, and it is told not to. */
const PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];

/** The parts of PGlite's module that its types leave out. */
interface Module {
  onAbort?: () => void;
  stackRestore: () => void;
  _PostgresSendReadyForQueryIfNecessary: () => void;
  _pgl_pq_flush: () => void;
  readonly FS: {
    readonly streams: (object | null)[];
    readonly filesystems: { readonly NODEFS: { readonly stream_ops: Record<string, unknown> } };
    close(stream: object): void;
  };
}

/** After an abort PGlite would go on to call the database, which can spin for ever; this ends its call instead. */
const endCalls = (module: Module): void => {
  module.stackRestore = () => {
    throw new DatabaseStoppedError();
  };
  module._PostgresSendReadyForQueryIfNecessary = () => undefined;
  module._pgl_pq_flush = () => undefined;
};

/** Files that flush to the disk when the database asks for it; `opened` is told of PGlite's module. */
class FlushedFiles extends NodeFS {
  readonly #opened: (module: Module) => void;

  constructor(folder: string, opened: (module: Module) => void) {
    super(folder);
    this.#opened = opened;
  }

  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const prepare = (module: unknown): void => {
      const { FS } = module as Module;
      FS.filesystems.NODEFS.stream_ops['fsync'] = ({ nfd }: { nfd: number }) => {
        fsyncSync(nfd);
      };
      this.#opened(module as Module);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [prepare, ...[emscriptenOpts.preRun ?? []].flat()] } };
  }
}

/** A database in a folder that refuses every call once it has aborted. */
class FolderDatabase extends PGlite {
  readonly #life: { isOver: boolean; module?: Module };

  constructor(folder: string) {
    const life: { isOver: boolean; module?: Module } = { isOver: false };
    const opened = (module: Module): void => {
      life.module = module;
      module.onAbort = () => {
        life.isOver = true;
        endCalls(module);
      };
    };
    super({ fs: new FlushedFiles(folder, opened), startParams: PARAMETERS, extensions: EXTENSIONS });
    this.#life = life;
  }

  get isDead(): boolean {
    return this.#life.isOver;
  }

  #refuseWhenDead(cause?: unknown): void {
    if (this.#life.isOver) throw new DatabaseStoppedError(cause);
  }

  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    this.#refuseWhenDead();
    try {
      return super.execProtocolRawSync(message);
    } catch (error) {
      this.#refuseWhenDead(error);
      throw error;
    }
  }

  /** Lets go of the files without writing anything more. */
  abandon(): void {
    const { FS } = this.#life.module ?? {};
    for (const stream of FS?.streams ?? []) if (stream) FS?.close(stream);
  }
}

const flushFile = (path: string): void => {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
};

/** Flushes a folder with everything in it. */
const flushFolder = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() || entry.isDirectory()) flushFile(join(entry.parentPath, entry.name));
  }
  flushFile(folder);
};

const open = async (folder: string): Promise<FolderDatabase> => {
  const database = new FolderDatabase(folder);
  try {
    await database.waitReady;
  } catch (error) {
    database.abandon();
    throw error;
  }
  return database;
};

/**
 * Opens the database in a folder, and makes it where there is none. One whose making was cut off is made anew: nothing
 * was ever kept in it.
 */
const openOrMake = async (folder: string): Promise<FolderDatabase> => {
  const unfinished = `${folder}.unfinished`;
  if (existsSync(unfinished)) await rm(folder, { recursive: true, force: true });
  if (existsSync(folder)) return open(folder);
  await mkdir(dirname(folder), { recursive: true });
  await writeFile(unfinished, '');
  const database = await open(folder);
  await flushFolder(folder);
  await rm(unfinished);
  flushFile(dirname(folder));
  return database;
};

/** What is asked of the embedded database. */
export type EmbeddedClient = Pick<PGlite, 'query' | 'exec' | 'transaction' | 'listen' | 'close'>;

/** The shortest time between two attempts to open a database that has stopped, in milliseconds. */
const BETWEEN_ATTEMPTS = 2_000;

/**
 * Opens the embedded database in a folder. What it has answered to a commit is on the disk. When it stops, because the
 * disk is full or fails, its calls throw a `DatabaseStoppedError`, until one of them opens it again.
 */
export const openFolder = async (folder: string): Promise<EmbeddedClient> => {
  let current = await openOrMake(folder);
  let reopening: Promise<FolderDatabase> | undefined;
  let nextAttempt = 0;
  const ears = new Map<(payload: string) => void, string>();

  const reopen = async (): Promise<FolderDatabase> => {
    nextAttempt = performance.now() + BETWEEN_ATTEMPTS;
    try {
      current.abandon();
      current = await open(folder);
      for (const [hear, channel] of ears) await current.listen(channel, hear);
      return current;
    } catch (error) {
      throw new DatabaseStoppedError(error);
    }
  };
  const living = async (): Promise<FolderDatabase> => {
    if (!current.isDead) return current;
    if (!reopening && performance.now() < nextAttempt) throw new DatabaseStoppedError();
    reopening ??= reopen().finally(() => {
      reopening = undefined;
    });
    return reopening;
  };

  const client: Record<keyof EmbeddedClient, unknown> = {
    query: async (...question: Parameters<PGlite['query']>) => (await living()).query(...question),
    exec: async (...statements: Parameters<PGlite['exec']>) => (await living()).exec(...statements),
    transaction: async (...run: Parameters<PGlite['transaction']>) => (await living()).transaction(...run),
    listen: async (channel: string, hear: (payload: string) => void) => {
      await (await living()).listen(channel, hear);
      ears.set(hear, channel);
      return async () => {
        ears.delete(hear);
        if (!current.isDead) await current.unlisten(channel, hear);
      };
    },
    close: async () => {
      if (current.isDead) current.abandon();
      else await current.close();
    },
  };
  return client as EmbeddedClient; // PGlite's own methods are generic in their rows, which these pass on
};
