// HTTP: reading calls, CORS, and writing answers. What is answered is in routes.mjs.
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import { createAccounts } from './accounts.mjs';
import { sha256 } from './json.mjs';
import { fieldTypes } from './answers.mjs';
import { createOptions } from './options.mjs';
import { Problem } from './problem.mjs';
import { createRequests } from './requests.mjs';
import { answer, createRoutes } from './routes.mjs';

const MOST_BYTES = 1_000_000;
const ALLOWED = 'Authorization, Content-Type, Idempotency-Key, If-None-Match, If-Match';
const EXPOSED = 'ETag, Location, Retry-After, Date';

/** Whether a website may embed the form; a pattern may end in `:*` for any port. */
const isAllowed = (origin, patterns) =>
  patterns.some((one) => {
    if (!one.endsWith(':*')) return one === origin;
    const host = one.slice(0, -2);
    return origin === host || (origin.startsWith(`${host}:`) && /^\d{1,5}$/.test(origin.slice(host.length + 1)));
  });

const readText = async (message) => {
  const pieces = [];
  let size = 0;
  for await (const piece of message) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Problem(413, 'too-large', 'This is too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

/** Allows what the form sends, and lets it read every answer: refusals too. */
const crossOriginHeaders = (origin, patterns) => ({
  Vary: 'Origin',
  ...(origin !== undefined && isAllowed(origin, patterns)
    ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED }
    : {}),
});

const PREFLIGHT = {
  status: 204,
  headers: {
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'Access-Control-Allow-Headers': ALLOWED,
    'Access-Control-Max-Age': '600',
  },
};

const refusalOf = (error, log) => {
  if (error instanceof Problem) return error.answer;
  log(error);
  return new Problem(500, 'unavailable', 'Something went wrong').answer;
};

const write = (response, { status = 200, type = 'application/json', headers = {}, body }, common) => {
  const vary = [common.Vary, headers.Vary].filter(Boolean).join(', ');
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...common,
    ...headers,
    Vary: vary,
    ...(body === undefined ? {} : { 'Content-Type': type }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};

/** What this backend cannot check may not be in a configuration: nothing passes unchecked. */
const uncheckable = ({ type, pattern, format, photoWhen }) => {
  if (type !== undefined && !fieldTypes.has(type)) return `the type ${type}`;
  return [pattern && 'a pattern', format && 'a format', photoWhen && 'photos'].find(Boolean);
};

/** A configuration is served as it is in the file, under a version that changes with it. */
const served = ({ $schema: _editor, ...config }) => {
  for (const { sections, checklist } of config.requestTypes) {
    for (const part of [...sections.flatMap(({ fields }) => fields), ...checklist]) {
      const what = uncheckable(part);
      if (what) throw new Error(`This backend cannot check ${what}, which ${part.id} has`);
    }
  }
  return { ...config, version: sha256(JSON.stringify(config)).slice(0, 16) };
};

/**
 * The backend, listening nowhere yet. `basePath` is where its calls begin, such as `/api`; `origins` are the websites that
 * may embed the form; `mail` is handed what would be mailed, `log` what went wrong.
 */
export const createBackend = ({
  config,
  customers,
  choices,
  journal,
  basePath,
  origins,
  mail,
  log,
  clock = Date.now,
}) => {
  const portal = served(config);
  const options = createOptions(choices);
  const accounts = createAccounts({ customers, clock, mail });
  const requests = createRequests({ config: portal, journal, clock, choicesOf: options.choicesOf });
  const routes = createRoutes({ config: portal, accounts, requests, options });

  return createServer(async (message, response) => {
    const { origin } = message.headers;
    const common = crossOriginHeaders(origin, origins);
    const isPreflight = message.method === 'OPTIONS' && message.headers['access-control-request-method'];
    if (isPreflight) return write(response, PREFLIGHT, common);
    try {
      const { pathname, searchParams } = new URL(message.url, 'http://localhost');
      const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
      const { method, headers } = message;
      const call = { method, path, headers, query: searchParams, text: () => readText(message) };
      write(response, await answer(routes, call), common);
    } catch (error) {
      write(response, refusalOf(error, log), common);
    }
  });
};
