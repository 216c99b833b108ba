import { readFile, stat, writeFile } from 'node:fs/promises';
import { ImportError, importForm, SOURCES, type Imported, type LeftOut, type Source } from './import/index.js';

const USAGE = `Usage: portal-request-form import <form.json> --from ${SOURCES.join('|')} [--out portal.json] [--locale en]

Makes a portal configuration from an existing form, and lists what it could not carry over.
--out     write the configuration to this new file; without it, it goes to the standard output
--locale  the language of the form, when the form does not say it`;

/** Larger files are no forms. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Where a command says what it found. */
interface Io {
  out(line: string): void;
  error(line: string): void;
}

interface Order {
  readonly file: string;
  readonly from: Source;
  readonly out: string | undefined;
  readonly locale: string;
}

const FLAGS: ReadonlySet<string> = new Set(['--from', '--out', '--locale']);

const isSource = (word: string | undefined): word is Source => SOURCES.some((source) => source === word);

const isLocale = (word: string): boolean => {
  try {
    return Intl.getCanonicalLocales(word).length === 1;
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
};

/** What was asked for, or a sentence that says what is wrong with it. */
const orderFrom = (args: readonly string[]): Order | string => {
  const flags = new Map<string, string>();
  const files: string[] = [];
  const words = args.flatMap((word) =>
    /^--[a-z]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  );
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = words[at + 1];
    if (!word.startsWith('-')) files.push(word);
    else if (!FLAGS.has(word)) return `${word} is not known.`;
    else if (value === undefined) return `${word} needs a value.`;
    else {
      flags.set(word, value);
      at += 1;
    }
  }
  const [file, ...others] = files;
  const from = flags.get('--from');
  const locale = flags.get('--locale') ?? 'en';
  if (file === undefined || others.length > 0) return 'Name one file to import.';
  if (!isSource(from)) return `Say with --from what kind of form it is: ${SOURCES.join(', ')}.`;
  if (!isLocale(locale)) return `${locale} is no language. Write one like nl or en-GB.`;
  return { file, from, locale, out: flags.get('--out') };
};

const isFileProblem = (problem: unknown): problem is Error & { code: string } =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string';

const FILE_PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'There is no such file or folder'],
  ['EISDIR', 'It is a folder'],
  ['EACCES', 'It may not be opened'],
  ['EEXIST', 'It is there already; name a new file with --out'],
]);

/** Reads the JSON of a file. Throws an ImportError when it is none. */
const jsonIn = async (file: string): Promise<unknown> => {
  const { size } = await stat(file);
  if (size > MOST_BYTES)
    throw new ImportError(`${file} is larger than 20 MB. Give the form only, without its answers.`);
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    const reason = text.trim() === '' ? 'It is empty' : problem.message;
    throw new ImportError(`${file} is not JSON. ${reason}. Export the form as JSON, and give that file.`);
  }
};

const leftOutLines = (left: readonly LeftOut[]): string[] => {
  const byReason = new Map<string, LeftOut[]>();
  for (const one of left) byReason.set(one.why, [...(byReason.get(one.why) ?? []), one]);
  return [...byReason].flatMap(([why, list]) => [
    '',
    why,
    ...list.map(({ where, what }) => `  ${what}  (at ${where || '/'})`),
  ]);
};

const reportLines = ({ left, questions, config }: Imported): string[] => {
  const sections = config.requestTypes.flatMap((type) => type.sections).length;
  const headline = `${questions.carried} of ${questions.found} questions carried over, in ${sections} ${sections === 1 ? 'section' : 'sections'}.`;
  if (left.length === 0) return [`${headline} Nothing was left out.`];
  return [headline, `Left out or changed, ${left.length} in all; see to these by hand:`, ...leftOutLines(left)];
};

const run = async ({ file, from, out, locale }: Order, io: Io): Promise<void> => {
  const imported = importForm(await jsonIn(file), from, { locale });
  const json = JSON.stringify(imported.config, null, 2);
  if (out === undefined) io.out(json);
  else await writeFile(out, `${json}\n`, { flag: 'wx' });
  const say = (line: string): void => (out === undefined ? io.error(line) : io.out(line));
  for (const line of reportLines(imported)) say(line);
  if (out !== undefined) say(`\nWritten to ${out}.`);
};

/**
 * `import form.json --from formio|surveyjs|json-schema [--out portal.json] [--locale nl]`. The exit code is 0 when a
 * configuration was made, also when parts of the form were left out; 1 when the file is no such form or cannot be
 * read or written; 2 when the command itself is wrong. Never overwrites a file.
 */
export const importCommand = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(USAGE);
    return 0;
  }
  const order = orderFrom(args);
  if (typeof order === 'string') {
    io.error(`${order}\n\n${USAGE}`);
    return 2;
  }
  try {
    await run(order, io);
    return 0;
  } catch (problem) {
    if (problem instanceof ImportError) io.error(problem.message);
    else if (isFileProblem(problem))
      io.error(
        `${FILE_PROBLEMS.get(problem.code) ?? problem.message}: ${problem.code === 'EEXIST' ? (order.out ?? '') : order.file}`,
      );
    else throw problem;
    return 1;
  }
};
