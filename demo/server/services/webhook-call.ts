import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { DeliveryFailure } from '../../office-contract/index.js';
import type { Attempted } from './outbox-senders.js';
import { TargetError, type Targets } from './webhook-target.js';

const TIME_OUT = 15_000;
const LONGEST_EXCERPT = 500;

export interface WebhookMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The beginning of an answer as text of one line; the rest is not read. */
const readExcerpt = async (answer: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size >= LONGEST_EXCERPT) break;
  }
  const text = Buffer.concat(pieces).subarray(0, LONGEST_EXCERPT).toString('utf8');
  return text.replace(/\p{Cc}+/gu, ' ').trim();
};

const answerOf = (url: URL, targets: Targets, { body, headers }: WebhookMessage, signal: AbortSignal) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    const sent = request(url, {
      method: 'POST',
      agent: false,
      lookup: targets.lookupFor(url),
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      signal,
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(body);
  });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const CERTIFICATE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** What went wrong, for who reads the deliveries. */
const failureOf = (error: unknown, isLate: boolean): DeliveryFailure => {
  if (isLate) return 'time-out';
  if (error instanceof TargetError) return error.code === 'unknown-host' ? 'unknown-host' : 'refused-address';
  return CERTIFICATE.test(codeOf(error)) ? 'certificate' : 'connection';
};

/** Posts a message once: no redirect is followed, and no more than the beginning of the answer is read. */
export const callWebhook = async (targets: Targets, address: string, message: WebhookMessage): Promise<Attempted> => {
  const limit = AbortSignal.timeout(TIME_OUT);
  try {
    const answer = await answerOf(targets.read(address), targets, message, limit);
    const status = answer.statusCode ?? 0;
    const excerpt = await readExcerpt(answer).catch(() => ''); // the status has come, which is what counts
    answer.destroy();
    const answered = { status, excerpt: excerpt || undefined };
    if (status >= 200 && status < 300) return answered;
    return { ...answered, failure: status === 410 ? 'gone' : 'status' };
  } catch (error) {
    return { failure: failureOf(error, limit.aborted), error };
  }
};
