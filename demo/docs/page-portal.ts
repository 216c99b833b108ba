import type { Customer, PortalConfig, Submission } from 'portal-request-form/contract';
import { digest, normaliseSubmission, validateRequest } from 'portal-request-form/rules';
import { createUploads } from './page-uploads.js';

/** Whoever signs in to a portal in the page; any password and any code will do. */
const CUSTOMER: Customer = { id: 'reader', name: 'Robin Reader', email: 'robin@example.com', company: 'Example Ltd' };

/** The token with which an example is signed in from the start. */
export const TOKEN = 'of-this-page';

const OPTIONS: Readonly<Record<string, readonly object[]>> = {
  assets: [
    { id: 'boiler', label: 'Boiler in the cellar', detail: 'Serial number 4711' },
    { id: 'pump', label: 'Heat pump on the roof', detail: 'Serial number 0815' },
  ],
  addresses: [{ id: 'office', label: 'Office', detail: 'Osloweg 110, Groningen' }],
  contacts: [{ id: 'reception', label: 'The reception', detail: '050 123 45 67' }],
  projects: [{ id: 'renewal', label: 'Renewal of the boilers' }],
};
const ADDRESS = { postcode: '9723 BX', houseNumber: '110', street: 'Osloweg', city: 'Groningen', country: 'NL' };

const json = (body: unknown, status = 200): Response => Response.json(body, { status });
const problem = (status: number, code: string, errors?: readonly object[]): Response =>
  new Response(JSON.stringify({ type: `urn:portal-request:problem:${code}`, title: code, status, code, errors }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
const session = () => ({ expiresAt: new Date(Date.now() + 3_600_000).toISOString(), customer: CUSTOMER });

const optionsFor = (source: string, { searchParams }: URL): Response => {
  const postcode = searchParams.get('postcode');
  const query = searchParams.get('query') ?? '';
  if (postcode) return json({ items: [{ id: 'found', label: 'Found', address: { ...ADDRESS, postcode } }] });
  const isMeant = (item: object) => JSON.stringify(item).toLowerCase().includes(query.toLowerCase());
  return json({ items: (OPTIONS[source] ?? []).filter(isMeant) });
};

const receive = async (config: PortalConfig, request: Request, isSignedIn: boolean): Promise<Response> => {
  const submission = (await request.json()) as Submission;
  const moment = { now: new Date(), timeZone: 'Europe/Amsterdam', signedIn: isSignedIn };
  const errors = validateRequest(config, submission.requestType, submission, moment);
  if (errors.length > 0) return problem(422, 'invalid-request', errors);
  const receipt = {
    id: crypto.getRandomValues(new Uint32Array(1)).join(''),
    reference: `PR-${String(new Date().getFullYear())}-000001`,
    submittedAt: new Date().toISOString(),
    status: 'submitted',
    digest: isSecureContext ? await digest(normaliseSubmission(config, submission)) : '',
  };
  return json(receipt, 201);
};

type Answer = (config: PortalConfig, request: Request, url: URL) => Response | Promise<Response>;

/** The calls of the contract that an example needs; what it does without answers 404, as the contract lets it. */
const createRoutes = (): Readonly<Record<string, Answer>> => {
  const isSignedIn = ({ headers }: Request) => headers.has('Authorization');
  const uploads = createUploads();
  return {
    'GET /config': (config) => json(config),
    'GET /session': (_, request) => (isSignedIn(request) ? json(session()) : problem(401, 'session-expired')),
    'POST /session': async (_, request) => {
      const { method, code } = (await request.json()) as { method: string; code?: string };
      const isSent = method === 'code' && code === undefined;
      return isSent ? json({ codeSentTo: CUSTOMER.email }, 202) : json({ ...session(), token: TOKEN });
    },
    'DELETE /session': () => new Response(null, { status: 204 }),
    'POST /password-reset': () => json({}, 202),
    'GET /requests': () => json({ items: [] }),
    'POST /requests': (config, request) => receive(config, request, isSignedIn(request)),
    'GET /options': (_, _request, url) => optionsFor(url.pathname.split('/').at(-1) ?? '', url),
    'POST /attachments': (_, request, url) => uploads.create(request, url),
    'HEAD /attachments': (_, _request, url) => uploads.standing(url),
    'PATCH /attachments': (_, request, url) => uploads.take(request, url),
    'DELETE /attachments': (_, _request, url) => uploads.remove(url),
  };
};

/** Portals that are answered in the page, so that examples need no server and nothing leaves the device. */
export interface PagePortals {
  /** Gives the endpoint at which this configuration is served from now on. */
  open(config: PortalConfig): string;
}

/** Answers the calls to these portals in place of the network; every other call goes where it always went. */
export const createPagePortals = (): PagePortals => {
  const folder = new URL('in-this-page/', document.baseURI).href;
  const configs = new Map<string, PortalConfig>();
  const routes = createRoutes();
  const network = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(folder)) return network(input, init);
    const url = new URL(request.url);
    const [name = '', call = ''] = url.href.slice(folder.length).split(/[/?]/);
    const config = configs.get(name);
    const answer = routes[`${request.method} /${call}`];
    return config && answer ? answer(config, request, url) : problem(404, 'not-found');
  };
  return {
    open: (config) => {
      const name = String(configs.size + 1);
      configs.set(name, config);
      return `${folder}${name}`;
    },
  };
};
