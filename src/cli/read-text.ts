import { readFile } from 'node:fs/promises';

/** What could not be read at all; the message says why. */
export class Unreadable extends Error {}

/** Larger files are no configurations, in bytes. */
const MOST = 20 * 1024 * 1024;
/** How long an address may take, in milliseconds. */
const PATIENCE = 15_000;

const PROBLEMS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'it may not be opened'],
  ['ENOTFOUND', 'there is no such host'],
  ['ECONNREFUSED', 'nobody answers there'],
]);

const tooLarge = (): never => {
  throw new Unreadable('it is larger than 20 MB');
};

const collected = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    kept.push(piece);
    size += piece.length;
    if (size > MOST) tooLarge();
  }
  return Buffer.concat(kept).toString('utf8');
};

const fromAddress = async (address: string): Promise<string> => {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, signal });
  if (!answer.ok) throw new Unreadable(`it answered with status ${String(answer.status)}`);
  return answer.body ? collected(answer.body) : '';
};

const fromFile = async (file: string): Promise<string> => {
  const content = await readFile(file);
  return content.length > MOST ? tooLarge() : content.toString('utf8');
};

const reasonOf = (problem: Error): string => {
  const cause = problem.cause ?? problem;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (problem.name === 'TimeoutError') return 'it did not answer in fifteen seconds';
  return PROBLEMS.get(code) ?? (cause instanceof Error ? cause.message : problem.message);
};

/** Problems of the system and of the network; others are mistakes of this program. */
const isOutside = (problem: unknown): problem is Error =>
  problem instanceof Error && ('code' in problem || problem.cause !== undefined || problem.name === 'TimeoutError');

/** The text of a file, of an http(s) address, or of the standard input for `-`. Throws an `Unreadable` that says why not. */
export const readText = async (source: string): Promise<string> => {
  try {
    if (source === '-') return await collected(process.stdin);
    return await (/^https?:\/\//i.test(source) ? fromAddress(source) : fromFile(source));
  } catch (problem) {
    if (problem instanceof Unreadable || !isOutside(problem)) throw problem;
    throw new Unreadable(reasonOf(problem), { cause: problem });
  }
};
