import * as z from 'zod/mini';
import { OPTION_SOURCES, problemSchema, PROBLEM_CODES, routes } from 'portal-request-form/contract';
import { tusPaths } from './openapi-tus.js';

type Json = Record<string, unknown>;

interface Row {
  readonly method: string;
  readonly path: string;
  readonly body?: z.ZodMiniType;
  readonly idempotent?: boolean;
  readonly answers: Readonly<Record<number, z.ZodMiniType | undefined>>;
  readonly problems: readonly number[];
}

const STATUS_WORDS: Record<number, string> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken; the answer is the same whether the address is known or not',
  204: 'Done, with nothing to say',
  304: 'Not changed',
  400: 'The call makes no sense',
  401: 'Not signed in, or the credentials are not right',
  403: 'Not allowed',
  404: 'Not there, or not yours',
  409: 'Being handled, or the settings have changed',
  412: 'It changed meanwhile: `ETag` says what it is now',
  413: 'Too large',
  415: 'Another type was expected',
  422: 'Not complete: `errors` says what and where',
  428: '`If-Match` or `If-None-Match: *` is needed',
  429: 'Too often: `Retry-After` says how long to wait',
  503: 'Unavailable, or the portal is closed',
};

const SUMMARIES: Record<string, string> = {
  config: 'The configuration of the portal, for whoever asks',
  keys: 'The public keys that receipts of this portal are checked with, as a JWK set',
  signIn: 'Sign in with a password or a code, or have a code mailed',
  session: 'Who am I',
  signOut: 'Sign out; the token is dead from then on',
  passwordReset: 'Mail a link for a new password',
  requests: "The customer's own requests, newest first",
  submit: 'Submit a finished request, once for each Idempotency-Key',
  request: 'One own request with its history',
  addMessage: 'Add a message to an own request that is still open, once for each Idempotency-Key',
  drafts: "The customer's own drafts, newest first",
  draft: 'One own draft',
  keepDraft: 'Keep a draft: new with `If-None-Match: *`, changed with `If-Match`',
  removeDraft: 'Remove a draft',
  handOver: 'A code with which another device goes on with a draft, once and for ten minutes',
  takeOver: 'Go on with the draft that a code stands for, in a session for that draft only',
  options: 'What the signed-in customer can choose from; for everyone, Dutch addresses by postcode and house number',
};

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io,
    target: 'draft-2020-12',
  });
  return rest;
};

const describe = (status: number): string => STATUS_WORDS[status] ?? String(status);
const problemRef = { $ref: '#/components/schemas/Problem' };
const header = (description: string): Json => ({ description, schema: { type: 'string' } });

const problemAnswer = (status: number): Json => ({
  description: describe(status),
  ...(status === 429 || status === 503 || status === 409
    ? { headers: { 'Retry-After': header('Seconds until the same call may succeed') } }
    : {}),
  content: { 'application/problem+json': { schema: problemRef } },
});

const answer = (status: number, schema: z.ZodMiniType | undefined): Json => ({
  description: describe(status),
  ...(schema ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } } : {}),
});

const parameter = (name: string, where: 'path' | 'query' | 'header', description: string, required = true): Json => ({
  ...{ name, in: where, description, required: required || where === 'path', schema: { type: 'string' } },
});

const sourceParameter: Json = {
  ...parameter('source', 'path', 'What to choose from'),
  schema: { type: 'string', enum: [...OPTION_SOURCES] },
};

const cursor = parameter('cursor', 'query', '`nextCursor` of the page before', false);

/** What can be asked with each call, beside the ids in its path. */
const QUERIES: Readonly<Record<string, readonly Json[]>> = {
  requests: [
    cursor,
    parameter('about', 'query', 'Only requests that name this option id, or an address such as `9712AB-12-A`', false),
    parameter('open', 'query', '`true` for only those about which nothing was decided', false),
  ],
  options: [
    cursor,
    parameter('query', 'query', 'Words that have to stand in the label or the detail', false),
    parameter('postcode', 'query', 'Source `addresses`, for everyone: a Dutch postcode', false),
    parameter('houseNumber', 'query', 'Source `addresses`, for everyone: a house number without its addition', false),
  ],
  draft: [parameter('If-None-Match', 'header', 'The ETag that the caller has', false)],
  keepDraft: [
    parameter('If-Match', 'header', 'The ETag of the draft that this one is made from', false),
    parameter('If-None-Match', 'header', '`*` for a draft that is new', false),
  ],
  config: [parameter('If-None-Match', 'header', 'The ETag that the caller has', false)],
};

const parametersOf = (name: string, { path, idempotent }: Row): Json[] => [
  parameter('portal', 'path', 'The id of the portal'),
  ...(path.includes('{id}')
    ? [parameter('id', 'path', `The id of the ${path.startsWith('/drafts') ? 'draft' : 'request'}`)]
    : []),
  ...(path.includes('{source}') ? [sourceParameter] : []),
  ...(idempotent ? [parameter('Idempotency-Key', 'header', 'Sending the same key again gives the same answer')] : []),
  ...(QUERIES[name] ?? []),
];

const configHeaders = { ETag: header('Changes with every change of the settings'), Vary: header('Authorization') };

const DRAFTS = ['drafts', 'draft', 'keepDraft', 'removeDraft', 'handOver'];
const FOR_CUSTOMERS: ReadonlySet<string> = new Set(['requests', 'request', 'addMessage', 'session', ...DRAFTS]);
const FOR_BOTH: ReadonlySet<string> = new Set(['config', 'submit', 'options', 'signOut']);

const securityOf = (name: string): Json[] => {
  if (FOR_CUSTOMERS.has(name)) return [{ session: [] }];
  return FOR_BOTH.has(name) ? [{}, { session: [] }] : [{}];
};

const operation = (name: string, row: Row): Json => {
  const answers = Object.entries(row.answers).map(([status, schema]) => [status, answer(Number(status), schema)]);
  const responses: Json = Object.fromEntries([
    ...answers,
    ...row.problems.map((code) => [code, problemAnswer(code)]),
  ]) as Json;
  if (name === 'config') {
    responses['200'] = { ...(responses['200'] as Json), headers: configHeaders };
    responses['304'] = { description: describe(304) };
  }
  if (name === 'draft') responses['304'] = { description: describe(304) };
  if (name === 'draft' || name === 'keepDraft') {
    for (const status of ['200', '201', '412'].filter((one) => one in responses)) {
      responses[status] = { ...(responses[status] as Json), headers: { ETag: header('Changes with the draft') } };
    }
  }
  return {
    operationId: name,
    ...(SUMMARIES[name] === undefined ? {} : { summary: SUMMARIES[name] }),
    security: securityOf(name),
    parameters: parametersOf(name, row),
    ...(row.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(row.body, 'input') } } } }
      : {}),
    responses,
  };
};

const paths = (): Record<string, Json> => {
  const made: Record<string, Json> = {};
  for (const [name, row] of Object.entries(routes) as [string, Row][]) {
    const path = `/api/portals/{portal}${row.path}`;
    made[path] = { ...made[path], [row.method.toLowerCase()]: operation(name, row) };
  }
  return made;
};

const problemComponent = (): Json => {
  const schema = schemaOf(problemSchema, 'output');
  const properties = schema['properties'] as Json;
  return { ...schema, properties: { ...properties, code: { type: 'string', enum: [...PROBLEM_CODES] } } };
};

/** The OpenAPI 3.1 document of the contract, made from the rows and schemas of `portal-request-form/contract`. */
export const openApiDocument = (version: string, publicUrl: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Portal requests',
    version,
    description:
      'What a backend answers to `<portal-request-form>`. Every error is RFC 9457 `application/problem+json`.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: publicUrl }],
  paths: { ...paths(), ...tusPaths(problemAnswer) },
  components: {
    schemas: { Problem: problemComponent() },
    securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of `POST /session`' } },
  },
});
