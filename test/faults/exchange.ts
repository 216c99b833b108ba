import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Call, Fault } from './fault.js';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** What the proxy knows of one portal. */
export interface PortalTraffic {
  readonly faults: { readonly fault: Fault; times: number }[];
  readonly calls: Call[];
  /** Answers kept back until they are released. */
  readonly held: (() => void)[];
  /** Answers kept back until that of the next call is sent. */
  readonly overtaken: (() => void)[];
}

/** One call on its way through the proxy. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly portal: PortalTraffic;
  readonly upstream: URL;
}

const bytes = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const ask = ({ request, upstream }: Exchange) => {
  const { method, headers, url = '/' } = request;
  return httpRequest(new URL(url, upstream), { method, headers: { ...headers, connection: 'close' } });
};

/** Lets the server answer the call. */
export const forward = (exchange: Exchange): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = ask(exchange);
    outgoing.once('error', reject);
    outgoing.once('response', (answer) => {
      bytes(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }),
        reject,
      );
    });
    exchange.request.pipe(outgoing);
  });

/** Gives the server only the first part of the call's body, from 0 to 1, and hangs up. */
export const forwardPart = async (exchange: Exchange, part: number): Promise<void> => {
  const body = await bytes(exchange.request);
  const outgoing = ask(exchange);
  await new Promise<void>((resolve) => {
    outgoing.once('error', () => resolve()); // hanging up is what was asked for
    outgoing.write(body.subarray(0, Math.floor(body.length * part)), () => {
      outgoing.socket?.end(() => resolve());
    });
  });
  outgoing.destroy();
};

/** Sends the head of an answer. Without kept connections, no browser repeats by itself a call whose connection was cut. */
export const start = ({ response }: Exchange, { status, headers, body }: Answer): void => {
  const { 'transfer-encoding': _, 'keep-alive': __, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': body.length, connection: 'close' });
};

/** Sends an answer, and after it those that it was to overtake. */
export const send = (exchange: Exchange, answer: Answer): void => {
  start(exchange, answer);
  exchange.response.end(answer.body, () => {
    for (const letGo of exchange.portal.overtaken.splice(0)) letGo();
  });
};
