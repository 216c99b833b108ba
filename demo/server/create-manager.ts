import { parseArgs } from 'node:util';
import { createLog } from './log.js';
import { closeAll, complaintOf, DEFAULT_DATA_FOLDER, openStore, type Close } from './opening.js';
import { firstManager, readFirstManager } from './services/first-manager.js';
import { createPortals } from './services/portals.js';
import { readEnvironment } from './settings.js';

const OPTIONS = {
  portal: { type: 'string' },
  'portal-name': { type: 'string' },
  languages: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
} as const;

const USAGE = `Makes a portal, where there is none with this id, and a link for its manager to come in.

  npm run create-manager -- --portal acme --email noor@example.com [more]

  --portal       stands in the address of the portal: lower-case letters, digits and hyphens
  --email        the address that the manager signs in with
  --name         the manager's name; the address when left out
  --portal-name  what customers read; the id when left out
  --languages    of a new portal, separated by commas, its own first; nl,en when left out

It runs in the environment of the server (DATABASE_URL or DATA_DIR, PUBLIC_URL). The link works once, for a day, and is
shown here only. For a manager who is there already it is a link to choose another password.
`;

const argumentsOf = (): Readonly<Partial<Record<keyof typeof OPTIONS, string>>> | undefined => {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    return values.portal === undefined || values.email === undefined ? undefined : values;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const run = async (closing: Close[]): Promise<number> => {
  const given = argumentsOf();
  if (!given) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { wanted, mistakes } = readFirstManager(given);
  if (!wanted) {
    process.stderr.write(`${mistakes.join('\n')}\n`);
    return 2;
  }
  const environment = readEnvironment(process.env, DEFAULT_DATA_FOLDER);
  const log = createLog((line) => process.stderr.write(`${line}\n`));
  const store = await openStore(environment, log, closing);
  const clock = (): Date => new Date();
  const needs = { store, clock, portals: createPortals({ store, clock, log }), settings: environment };
  const { isNew, link } = await firstManager(needs, wanted);
  const { portal, email } = wanted;
  process.stdout.write(
    [
      `The portal ${portal} ${isNew ? 'is made' : 'is there already'}.`,
      `With this link ${email} chooses a password, once, until ${link.expiresAt.toISOString()}:`,
      link.address,
      '',
    ].join('\n'),
  );
  return 0;
};

const closing: Close[] = [];
try {
  process.exitCode = await run(closing);
} catch (error) {
  process.stderr.write(`${complaintOf(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeAll(closing);
}
