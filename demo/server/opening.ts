import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { lockFolder, FolderInUseError } from './data-folder.js';
import { hasCode } from './error-code.js';
import type { Log } from './log.js';
import { ConfigurationError } from './services/configuration-error.js';
import { EnvironmentError, type Environment } from './settings.js';
import { SigningKeyError } from './signing-keys.js';
import { NewerSchemaError } from './store/migrate.js';
import { openEmbedded, openPostgres, type Store } from './store/store.js';

/** Where the embedded database, attachments and keys are kept unless `DATA_DIR` says otherwise. */
export const DEFAULT_DATA_FOLDER = fileURLToPath(new URL('../.data', import.meta.url));

/** Undoes one step of starting. */
export type Close = () => Promise<void> | void;

export const closeAll = async (closing: Close[]): Promise<void> => {
  for (const close of closing.splice(0)) await close();
};

/** Opens the database that the environment names; `closing` gets what closes it, first. */
export const openStore = async (
  { databaseUrl, dataFolder }: Environment,
  log: Log,
  closing: Close[],
): Promise<Store> => {
  const lost = (error: Error): void => {
    log.warn('connection-lost', { error });
  };
  if (databaseUrl === undefined) closing.unshift(await lockFolder(dataFolder));
  const store =
    databaseUrl === undefined
      ? await openEmbedded(join(dataFolder, 'database'))
      : await openPostgres(databaseUrl, lost);
  closing.unshift(() => store.close());
  return store;
};

/** What the person at the terminal can mend is said in one line; anything else with all that is known. */
export const complaintOf = (error: unknown): string => {
  const isTheirs =
    error instanceof EnvironmentError ||
    error instanceof FolderInUseError ||
    error instanceof NewerSchemaError ||
    error instanceof SigningKeyError ||
    error instanceof ConfigurationError;
  if (hasCode(error, 'EADDRINUSE')) return 'The port is in use: set PORT to another one.';
  if (isTheirs) return error.message;
  return `This did not work: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
};
