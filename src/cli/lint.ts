import { readFile } from 'node:fs/promises';
import { describeIssue, lintConfig, parseConfig, type ConfigIssue } from '../rules/index.js';

const USAGE = `Usage: portal-request-form lint <portal.json> [more.json] [--strict] [--json]

Says what is wrong with a portal's configuration, and what is doubtful, each with its place and how to mend it.
A file is a path, an http(s) address, or - for the standard input.
--strict  warnings fail too
--json    one JSON object a finding, for other programs`;

/** Where a command says what it found. */
export interface Io {
  out(line: string): void;
  error(line: string): void;
}

/** What could not be read at all. */
class Unreadable extends Error {}

const standardInput = async (): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
};

const fromAddress = async (address: string): Promise<string> => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Unreadable(`it answered ${String(answer.status)}`);
  return answer.text();
};

const textOf = (file: string): Promise<string> => {
  if (file === '-') return standardInput();
  return /^https?:\/\//.test(file) ? fromAddress(file) : readFile(file, 'utf8');
};

/** Line and column, from 1, of the place that a JSON error names. */
const placeIn = (text: string, message: string): string => {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` (line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)})`;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    throw new Unreadable(`it is not JSON: ${problem.message}${placeIn(text, problem.message)}`);
  }
};

const isSystemError = (problem: unknown): problem is Error =>
  problem instanceof TypeError || (problem instanceof Error && 'code' in problem);

/** Everything that is wrong or doubtful in some JSON. */
const findIn = (json: unknown): ConfigIssue[] => {
  const { config, issues } = parseConfig(json);
  return config ? lintConfig(config) : issues;
};

const lineOf = (file: string, issue: ConfigIssue, isJson: boolean): string => {
  const { severity, pointer, code } = issue;
  const sentence = describeIssue(issue);
  return isJson
    ? JSON.stringify({ file, severity, pointer, code, sentence })
    : `${file}: ${severity} ${pointer || '/'}: ${sentence} (${code})`;
};

/** The findings of one file, or nothing when it could not be read. */
const lintFile = async (file: string, isJson: boolean, io: Io): Promise<ConfigIssue[] | undefined> => {
  try {
    const found = findIn(jsonOf(await textOf(file)));
    for (const issue of found) io.out(lineOf(file, issue, isJson));
    return found;
  } catch (problem) {
    if (!(problem instanceof Unreadable) && !isSystemError(problem)) throw problem;
    io.error(`${file} could not be read: ${problem.message}.`);
    return undefined;
  }
};

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

const lintAll = async (files: readonly string[], flags: ReadonlySet<string>, io: Io): Promise<number> => {
  let [errors, warnings, unread] = [0, 0, 0];
  for (const file of files) {
    const found = await lintFile(file, flags.has('--json'), io);
    if (!found) unread += 1;
    errors += found?.filter(({ severity }) => severity === 'error').length ?? 0;
    warnings += found?.filter(({ severity }) => severity === 'warning').length ?? 0;
  }
  if (!flags.has('--json')) io.out(`${counted(errors, 'error')}, ${counted(warnings, 'warning')}`);
  return errors + unread > 0 || (flags.has('--strict') && warnings > 0) ? 1 : 0;
};

const FLAGS: ReadonlySet<string> = new Set(['--strict', '--json']);

/**
 * `lint portal.json [--strict] [--json]`. The exit code is 0 when nothing is wrong, 1 when something is or a file cannot
 * be read, 2 when the command itself is wrong.
 */
export const lintCommand = async (args: readonly string[], io: Io): Promise<number> => {
  const files = args.filter((word) => word === '-' || !word.startsWith('-'));
  const flags = args.filter((word) => !files.includes(word));
  if (flags.includes('--help') || flags.includes('-h')) {
    io.out(USAGE);
    return 0;
  }
  const unknown = flags.find((flag) => !FLAGS.has(flag));
  if (unknown !== undefined || files.length === 0) {
    io.error(`${unknown === undefined ? 'Name a file to look at.' : `${unknown} is not known.`}\n\n${USAGE}`);
    return 2;
  }
  return lintAll(files, new Set(flags), io);
};
