import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { ConfigurationError } from './services/configuration-error.js';
import { FolderInUseError, lockFolder } from './data-folder.js';
import { hasCode } from './error-code.js';
import { listen } from './listen.js';
import { createLog, type Log } from './log.js';
import { keptSecret } from './secret.js';
import { DEMO_PORTAL, seedDemo } from './seed.js';
import { openFolder, type Files } from './services/files.js';
import { startTidying } from './services/housekeeping.js';
import { createLocalMailer, createSmtpMailer } from './services/mailer.js';
import { DEFAULT_LIMITS, EnvironmentError, readEnvironment, type Environment, type Settings } from './settings.js';
import { NewerSchemaError } from './store/migrate.js';
import { openSigning, SigningKeyError } from './signing-keys.js';
import { openEmbedded, openPostgres, type Store } from './store/store.js';

const DEFAULT_DATA_FOLDER = fileURLToPath(new URL('../.data', import.meta.url));

type Close = () => Promise<void> | void;

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

const openStore = async ({ databaseUrl, dataFolder }: Environment, log: Log, closing: Close[]): Promise<Store> => {
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

interface Kept {
  readonly files: Files;
  readonly settings: Pick<Settings, 'attachmentFolder'>;
}

/** Where attachments are kept; the client of a bucket is loaded where there is one. */
const openKept = async ({ bucket, dataFolder }: Environment): Promise<Kept> => {
  if (bucket) return { files: (await import('./services/files-bucket.js')).openBucket(bucket), settings: {} };
  const attachmentFolder = join(dataFolder, 'attachments');
  await mkdir(attachmentFolder, { recursive: true });
  return { files: openFolder(attachmentFolder), settings: { attachmentFolder } };
};

const mailerOf = ({ smtpUrl, publicUrl, isProduction }: Environment) =>
  smtpUrl === undefined
    ? createLocalMailer()
    : createSmtpMailer(smtpUrl, `no-reply@${new URL(publicUrl).hostname}`, !isProduction);

const addresses = (environment: Environment, port: number): string => {
  const { publicUrl, isProduction } = environment;
  return [
    `Company website   ${publicUrl}/`,
    `Back office       ${publicUrl}/back-office/`,
    `Portal            ${publicUrl}/api/portals/${DEMO_PORTAL}`,
    `OpenAPI           ${publicUrl}/api/openapi.json`,
    ...(isProduction ? [] : [`Mails sent        ${publicUrl}/dev/mail`]),
    `Ready on port ${port}; stop with Ctrl+C.`,
  ].join('\n');
};

/** Starts the server; `closing` collects what has to be undone, last first. */
const start = async (environment: Environment, log: Log, closing: Close[]): Promise<void> => {
  const { dataFolder, isProduction, trustedProxies, webhookNetworks, publicUrl } = environment;
  const store = await openStore(environment, log, closing);
  const kept = await openKept(environment);
  const signing = await openSigning(join(dataFolder, 'keys'), environment.signingKey);
  const authSecret = environment.authSecret ?? (await keptSecret(store));
  const settings: Settings = {
    ...{ publicUrl, isProduction, authSecret, trustedProxies, webhookNetworks },
    ...kept.settings,
    limits: DEFAULT_LIMITS,
  };
  const { app, services } = createApp({
    ...{ store, signing, log, settings, files: kept.files },
    mailer: mailerOf(environment),
    clock: () => new Date(),
  });
  await seedDemo(services, environment.hasDemoAccounts);
  services.outbox.start();
  closing.unshift(() => services.outbox.stop(), startTidying(services));
  const listening = await listen(app, { port: environment.port });
  closing.unshift(
    () => services.officeEvents.stop(), // who watches would keep the server from closing
    () => listening.close(),
  );
  say(addresses(environment, listening.port));
};

const closeAll = async (closing: Close[]): Promise<void> => {
  for (const close of closing.splice(0)) await close();
};

/** What the person who starts the server can mend is said in one line; anything else with all that is known. */
const complain = (error: unknown): void => {
  const isTheirs =
    error instanceof EnvironmentError ||
    error instanceof FolderInUseError ||
    error instanceof NewerSchemaError ||
    error instanceof SigningKeyError ||
    error instanceof ConfigurationError;
  if (hasCode(error, 'EADDRINUSE')) process.stderr.write('The port is in use: set PORT to another one.\n');
  else if (isTheirs) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `The server cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
};

const closing: Close[] = [];
const log = createLog(say);
const stopping = new AbortController();

const stop = (signal: string): void => {
  if (stopping.signal.aborted) return;
  stopping.abort();
  log.info('stopping', { signal });
  closeAll(closing).then(
    () => process.exit(process.exitCode ?? 0),
    (error: unknown) => {
      log.error('not-stopped-cleanly', { error });
      process.exit(1);
    },
  );
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('unhandledRejection', (error) => {
  log.error('unhandled', { error });
});

try {
  await start(readEnvironment(process.env, DEFAULT_DATA_FOLDER), log, closing);
} catch (error) {
  if (!stopping.signal.aborted) {
    complain(error);
    await closeAll(closing);
    process.exit(1);
  }
}
