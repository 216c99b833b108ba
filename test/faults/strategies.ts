import { setTimeout as pause } from 'node:timers/promises';
import { forward, forwardPart, send, start, type Exchange } from './exchange.js';
import type { Fault } from './fault.js';

type Strategies = {
  readonly [K in Fault['kind']]: (exchange: Exchange, fault: Fault & { kind: K }) => Promise<void> | void;
};

/** An answer that another origin may read, as the server's own is. */
const instead = (exchange: Exchange, status: number, body: string, headers: Readonly<Record<string, string>>): void => {
  const { request } = exchange;
  request.resume();
  send(exchange, {
    status,
    headers: {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-expose-headers': 'ETag, Location, Retry-After',
      ...headers,
    },
    body: Buffer.from(body),
  });
};

const cut = ({ request }: Exchange): void => {
  request.socket.destroy();
};

const strategies: Strategies = {
  problem: (exchange, { status, code, errors, headers }) => {
    const problem = { type: `urn:portal-request:problem:${code}`, title: code, status, code, errors };
    instead(exchange, status, JSON.stringify(problem), { 'content-type': 'application/problem+json', ...headers });
  },
  html: (exchange) => {
    const page = '<!doctype html><title>Wi-Fi</title><h1>Sign in to the network</h1>';
    instead(exchange, 200, page, { 'content-type': 'text/html; charset=utf-8' });
  },
  instead: (exchange, { status, body, headers }) => {
    instead(exchange, status, body, { 'content-type': 'application/json', ...headers });
  },
  truncated: async (exchange, { at = 0.5 }) => {
    const answer = await forward(exchange);
    send(exchange, { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length * at)) });
  },
  'broken-off': async (exchange) => {
    const answer = await forward(exchange);
    start(exchange, answer);
    exchange.response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => cut(exchange));
  },
  cut,
  'half-sent': async (exchange, { at }) => {
    await forwardPart(exchange, at);
    cut(exchange);
  },
  lost: async (exchange) => {
    await forward(exchange);
    cut(exchange);
  },
  held: async (exchange) => {
    const answer = await forward(exchange);
    exchange.portal.held.push(() => send(exchange, answer));
  },
  overtaken: async (exchange) => {
    const answer = await forward(exchange);
    exchange.portal.overtaken.push(() => send(exchange, answer));
  },
  late: async (exchange, { milliseconds }) => {
    const answer = await forward(exchange);
    await pause(milliseconds);
    send(exchange, answer);
  },
  throttled: async (exchange, { milliseconds }) => {
    const answer = await forward(exchange);
    start(exchange, answer);
    for (const byte of answer.body) {
      if (exchange.response.destroyed) return;
      exchange.response.write(Buffer.of(byte));
      await pause(milliseconds);
    }
    exchange.response.end();
  },
  'no-cors': async (exchange) => {
    const answer = await forward(exchange);
    const { 'access-control-allow-origin': _, ...headers } = answer.headers;
    send(exchange, { ...answer, headers });
  },
  redirect: (exchange, { location }) => {
    instead(exchange, 307, '', { location });
  },
};

/** Makes a call go wrong in this way. */
export const applyFault = (exchange: Exchange, fault: Fault): Promise<void> | void =>
  (strategies[fault.kind] as (exchange: Exchange, fault: Fault) => Promise<void> | void)(exchange, fault);
