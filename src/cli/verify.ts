import type { ReceiptFile } from '../contract/index.js';
import { checkReceipt } from '../rules/index.js';
import type { Io } from './lint.js';
import { readKeys, readReceipt, Uncheckable } from './receipt-text.js';
import { describeReceiptIssue, printable } from './verify-sentences.js';

const USAGE = `Usage: portal-request-form verify <receipt.json> [--endpoint URL | --key keys.json]

Says whether the proof of submission that a customer saved is authentic: the answers and the terms are those that the
portal took, at that time, and the portal signed that.
A file is a path, an http(s) address, or - for the standard input.
--endpoint  the portal, such as https://portal.example.com/api/portals/acme; its public keys are asked for
--key       those keys in a file: what GET <endpoint>/keys answers
Without either, the keys come from the address that the receipt itself names: see whether that is the portal you know.

It ends with 0 when the receipt is authentic, with 1 when it is not, and with 2 when it cannot be checked.`;

const OPTIONS = ['--endpoint', '--key'] as const;

interface Asked {
  readonly file: string;
  readonly option?: (typeof OPTIONS)[number];
  readonly value?: string;
}

/** What the words of the command ask for. Throws an `Uncheckable`. */
const parse = (words: readonly string[]): Asked => {
  const files: string[] = [];
  let chosen: Pick<Asked, 'option' | 'value'> = {};
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const option = OPTIONS.find((one) => one === word);
    if (!option && word.startsWith('-') && word !== '-') throw new Uncheckable(`${word} is not known.`);
    if (!option) files.push(word);
    else if (chosen.option) throw new Uncheckable('Give --endpoint or --key, once.');
    else chosen = { option, value: words[(index += 1)] };
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Uncheckable('Name one file to look at.');
  if (chosen.option && !chosen.value) throw new Uncheckable(`${chosen.option} needs something after it.`);
  return { file, ...chosen };
};

const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** The address in the file itself is asked only where nobody on the way can answer in the portal's place. */
const namedEndpoint = ({ endpoint }: ReceiptFile): string => {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.test(url.hostname))) return endpoint;
  throw new Uncheckable('The receipt names no https address of its portal: give --endpoint or --key.');
};

const keysAt = (endpoint: string): string => `${endpoint.replace(/\/+$/, '')}/keys`;

const sourceOf = ({ option, value = '' }: Asked, receipt: ReceiptFile): string => {
  if (option === '--key') return value;
  if (option !== '--endpoint') return keysAt(namedEndpoint(receipt));
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value))
    throw new Uncheckable(`--endpoint needs an http(s) address.`);
  return keysAt(value);
};

/** What is proven; each of these is signed. */
const proven = ({ receipt: { reference, submittedAt, digest, proof } }: ReceiptFile, source: string): string[] => [
  `reference  ${reference}`,
  `portal     ${proof?.portal ?? ''}, by the keys of ${source}`,
  `sent at    ${submittedAt}`,
  `digest     ${digest}`,
  ...(proof?.terms ?? []).map(({ id, version, locale }) => `accepted   ${id}, version ${version}, read in ${locale}`),
];

const verify = async (asked: Asked, io: Io): Promise<number> => {
  const { file, option } = asked;
  const receipt = await readReceipt(file);
  const source = sourceOf(asked, receipt);
  const issues = await checkReceipt(receipt, await readKeys(source));
  for (const issue of issues) {
    io.out(`${file}: error ${issue.pointer}: ${describeReceiptIssue(issue)} (${issue.code})`);
  }
  io.out(`${file}: ${issues.length === 0 ? 'authentic' : 'not authentic'}`);
  if (issues.length > 0) return 1;
  for (const line of proven(receipt, source)) io.out(`  ${printable(line)}`);
  if (!option) io.out('  The receipt itself named that address: it proves nothing if that is not the portal you know.');
  return 0;
};

/**
 * `verify receipt.json [--endpoint URL | --key keys.json]`. The exit code is 0 when the receipt is authentic, 1 when it
 * is not, 2 when it cannot be checked.
 */
export const verifyCommand = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(USAGE);
    return 0;
  }
  try {
    return await verify(parse(args), io);
  } catch (problem) {
    if (!(problem instanceof Uncheckable)) throw problem;
    io.error(`${printable(problem.message)}\nportal-request-form verify --help tells more.`);
    return 2;
  }
};
