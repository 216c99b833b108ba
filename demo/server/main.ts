import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from './app.js';
import { listen } from './listen.js';
import { createLog, type Log } from './log.js';
import { closeAll, complaintOf, DEFAULT_DATA_FOLDER, openStore, type Close } from './opening.js';
import { keptSecret } from './secret.js';
import { DEMO_PORTAL, seedDemo } from './seed.js';
import { openFolder, type Files } from './services/files.js';
import { startTidying } from './services/housekeeping.js';
import { createLocalMailer, createSmtpMailer } from './services/mailer.js';
import { DEFAULT_LIMITS, readEnvironment, type Environment, type Settings } from './settings.js';
import { openSigning } from './signing-keys.js';
import { portals } from './store/schema.js';

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
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

const FIRST_STEP = 'No portal yet: make one and its manager with npm run create-manager (see docs/operations.md)';

const addresses = (environment: Environment, port: number, hasPortals: boolean): string => {
  const { publicUrl, isProduction, isDemo } = environment;
  return [
    ...(isDemo ? [`Company website   ${publicUrl}/`, `Portal            ${publicUrl}/api/portals/${DEMO_PORTAL}`] : []),
    ...(hasPortals ? [] : [FIRST_STEP]),
    `Back office       ${publicUrl}/back-office/`,
    `OpenAPI           ${publicUrl}/api/openapi.json`,
    ...(isProduction ? [] : [`Mails sent        ${publicUrl}/dev/mail`]),
    `Ready on port ${port}; stop with Ctrl+C.`,
  ].join('\n');
};

/** Starts the server; `closing` collects what has to be undone, last first. */
const start = async (environment: Environment, log: Log, closing: Close[]): Promise<void> => {
  const { dataFolder, isProduction, isDemo, trustedProxies, webhookNetworks, publicUrl } = environment;
  const store = await openStore(environment, log, closing);
  const kept = await openKept(environment);
  const signing = await openSigning(join(dataFolder, 'keys'), environment.signingKey);
  const authSecret = environment.authSecret ?? (await keptSecret(store));
  const settings: Settings = {
    ...{ publicUrl, isProduction, isDemo, authSecret, trustedProxies, webhookNetworks },
    ...kept.settings,
    limits: DEFAULT_LIMITS,
  };
  const { fetch, quick, services } = createApp({
    ...{ store, signing, log, settings, files: kept.files },
    mailer: mailerOf(environment),
    clock: () => new Date(),
  });
  if (isDemo) await seedDemo(services);
  services.outbox.start();
  closing.unshift(() => services.outbox.stop(), startTidying(services));
  const listening = await listen({ fetch, quick }, { port: environment.port });
  closing.unshift(
    () => services.officeEvents.stop(), // who watches would keep the server from closing
    () => listening.close(),
  );
  say(addresses(environment, listening.port, (await store.db.$count(portals)) > 0));
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
    process.stderr.write(`${complaintOf(error)}\n`);
    await closeAll(closing);
    process.exit(1);
  }
}
