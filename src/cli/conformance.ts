import { parseArgs } from 'node:util';
import type { Submission } from '../contract/index.js';
import { ask, type Backend, type Check, type Credentials } from './conformance/backend-calls.js';
import { backendChecks } from './conformance/backend.suite.js';
import type { Io } from './lint.js';
import { readText, Unreadable } from './read-text.js';
import { printable } from './verify-sentences.js';

const USAGE = `Usage: portal-request-form conformance <endpoint> --email ADDRESS --password WORD
       [--other-email ADDRESS --other-password WORD] [--submission request.json]

Says which promises of the contract a backend keeps. It signs in and sends requests, so point it at a portal for tests.
<endpoint>          the portal, such as https://portal.example.com/api/portals/test
--email, --password a customer of that portal
--other-…           a customer of another company, for what nobody else may see
--submission        a complete request in a file, where required answers cannot be made up: a file, or a text with a pattern

It ends with 0 when everything holds, with 1 when something does not, and with 2 when it cannot be checked.`;

/** The command cannot do what it is asked; the message says why. */
class Uncheckable extends Error {}

/** A check that needs a customer who was not given. */
class NeedsOther extends Error {}

const OPTIONS = {
  email: { type: 'string' },
  password: { type: 'string' },
  'other-email': { type: 'string' },
  'other-password': { type: 'string' },
  submission: { type: 'string' },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw error instanceof TypeError ? new Uncheckable(error.message) : error;
  }
};

const credentialsOf = (email: string | undefined, password: string | undefined): Credentials | undefined =>
  email && password ? { email, password } : undefined;

const readSubmission = async (file: string): Promise<Submission> => {
  try {
    return JSON.parse(await readText(file)) as Submission; // the backend is what judges it
  } catch (error) {
    if (error instanceof Unreadable || error instanceof SyntaxError)
      throw new Uncheckable(`${file} cannot be read as JSON: ${error.message}`);
    throw error;
  }
};

/** What the words of the command ask for. Throws an `Uncheckable`. */
const backendOf = async (args: readonly string[]): Promise<Backend> => {
  const { values, positionals } = parse(args);
  const [endpoint = '', ...more] = positionals;
  if (more.length > 0 || !/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint))
    throw new Uncheckable('Name one endpoint, an http(s) address.');
  const customer = credentialsOf(values.email, values.password);
  if (!customer) throw new Uncheckable('Give the --email and the --password of a customer.');
  const other = credentialsOf(values['other-email'], values['other-password']);
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    customer,
    get other(): Credentials {
      if (other) return other;
      throw new NeedsOther();
    },
    ...(values.submission === undefined ? {} : { submission: await readSubmission(values.submission) }),
  };
};

const MOST = 300;

const reasonOf = (error: unknown): string =>
  printable((error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, MOST));

type Outcome = 'holds' | 'fails' | 'not checked';

const look = async ({ name, run }: Check, backend: Backend, io: Io): Promise<Outcome> => {
  try {
    await run(backend);
    io.out(`holds        ${name}`);
    return 'holds';
  } catch (error) {
    const isOpen = error instanceof NeedsOther;
    io.out(isOpen ? `not checked  ${name}: needs --other-email and --other-password` : `fails        ${name}`);
    if (!isOpen) io.out(`             ${reasonOf(error)}`);
    return isOpen ? 'not checked' : 'fails';
  }
};

const conformance = async (backend: Backend, io: Io): Promise<number> => {
  try {
    await ask(backend, '/config');
  } catch (error) {
    throw new Uncheckable(`${backend.endpoint} does not answer: ${reasonOf(error)}`);
  }
  const outcomes: Outcome[] = [];
  for (const check of backendChecks) outcomes.push(await look(check, backend, io));
  const count = (wanted: Outcome): number => outcomes.filter((one) => one === wanted).length;
  const open = count('not checked');
  io.out(`${count('holds')} of ${outcomes.length} hold${open > 0 ? `, ${open} not checked` : ''}`);
  return count('fails') > 0 ? 1 : 0;
};

/**
 * `conformance <endpoint> --email … --password …`. The exit code is 0 when every promise that was looked at is kept, 1
 * when one is not, 2 when the backend cannot be looked at.
 */
export const conformanceCommand = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(USAGE);
    return 0;
  }
  try {
    return await conformance(await backendOf(args), io);
  } catch (problem) {
    if (!(problem instanceof Uncheckable)) throw problem;
    io.error(`${printable(problem.message)}\nportal-request-form conformance --help tells more.`);
    return 2;
  }
};
