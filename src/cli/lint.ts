import { describeIssue, lintJson, type ConfigIssue } from '../rules/index.js';
import { findJsonMistake } from './json-mistake.js';
import { readText, Unreadable } from './read-text.js';

const USAGE = `Usage: portal-request-form lint <portal.json> [more.json] [--strict] [--json]

Says what is wrong with a portal's configuration, and what is doubtful, each with its place and how to mend it.
A file is a path, an http(s) address, or - for the standard input.
--strict  warnings fail too
--json    one JSON object a finding, for other programs

It ends with 0 when nothing is wrong, with 1 when something is, and with 2 when the command itself is wrong.`;

/** Where a command says what it found. */
export interface Io {
  out(line: string): void;
  error(line: string): void;
}

/** One thing to tell; what is no JSON has a line and a column, everything else a pointer. */
interface Finding {
  readonly severity: ConfigIssue['severity'];
  readonly pointer: string;
  readonly code: string;
  readonly sentence: string;
  readonly params?: ConfigIssue['params'];
  readonly line?: number;
  readonly column?: number;
}

const refused = (code: string, sentence: string, place: Partial<Finding> = {}): Finding => ({
  ...{ severity: 'error', pointer: '', code, sentence },
  ...place,
});

const findingsIn = (text: string): Finding[] => {
  const mistake = findJsonMistake(text);
  if (mistake) {
    const { line, column, sentence } = mistake;
    return [refused('not-json', `This is no JSON: ${sentence}`, { line, column })];
  }
  const today = new Date().toISOString().slice(0, 10);
  return lintJson(JSON.parse(text), { today }).map((issue) => ({ ...issue, sentence: describeIssue(issue) }));
};

const findingsOf = async (file: string): Promise<Finding[]> => {
  try {
    return findingsIn((await readText(file)).replace(/^\uFEFF/, ''));
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return [refused('unreadable', `It could not be read: ${problem.message}.`)];
  }
};

const lineOf = (file: string, { severity, pointer, code, sentence, line, column }: Finding): string => {
  const place = line === undefined ? pointer || '/' : `line ${String(line)}, column ${String(column)}`;
  return `${file}: ${severity} ${place}: ${sentence} (${code})`;
};

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

const lintAll = async (files: readonly string[], flags: ReadonlySet<string>, io: Io): Promise<number> => {
  const isJson = flags.has('--json');
  const counts = { error: 0, warning: 0 };
  for (const file of files) {
    for (const finding of await findingsOf(file)) {
      counts[finding.severity] += 1;
      io.out(isJson ? JSON.stringify({ file, ...finding }) : lineOf(file, finding));
    }
  }
  if (!isJson) io.out(`${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}`);
  return counts.error > 0 || (flags.has('--strict') && counts.warning > 0) ? 1 : 0;
};

const FLAGS: ReadonlySet<string> = new Set(['--strict', '--json']);

/**
 * `lint portal.json [more.json] [--strict] [--json]`. The exit code is 0 when nothing is wrong, 1 when something is or
 * a file cannot be read, 2 when the command itself is wrong.
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
