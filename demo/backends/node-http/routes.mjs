// The calls of the contract, one row each. A handler is given the call and gives `{status, body, headers}`.
import { isRecord, sha256 } from './json.mjs';
import { invalid, notFound, sessionExpired } from './problem.mjs';

const KEY = /^[\x21-\x7e]{1,200}$/;

const keyOf = ({ headers }) => {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw invalid('An Idempotency-Key is needed');
  return key;
};

const texts = (body, ...names) => {
  if (!names.every((name) => typeof body[name] === 'string' && body[name].length <= 254))
    throw invalid('This is not right');
  return body;
};

/** The row of each call: method, path, handler. */
export const createRoutes = ({ config, accounts, requests, options }) => {
  const etag = `"${sha256(JSON.stringify(config)).slice(0, 32)}"`;

  const tokenOf = ({ headers }) => /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const sessionOf = (call) => {
    const token = tokenOf(call);
    if (!token) throw sessionExpired();
    return accounts.session(token);
  };
  const customerOf = (call) => sessionOf(call).customer;

  const readConfig = (call) => {
    if (tokenOf(call)) sessionOf(call); // a token that is dead is told so
    const headers = { ETag: etag, Vary: 'Authorization', 'Cache-Control': 'no-cache' };
    return call.headers['if-none-match'] === etag ? { status: 304, headers } : { body: config, headers };
  };

  const signIn = async (call) => {
    const body = texts(await call.json(), 'method', 'email');
    if (!config.access.signIn.includes(body.method)) throw invalid('This portal does not offer that way');
    if (body.method === 'code' && body.code === undefined) {
      accounts.sendCode(body.email);
      return { status: 202, body: { codeSentTo: body.email } }; // whoever it is
    }
    const { email, password, code } = texts(body, body.method === 'code' ? 'code' : 'password');
    return { body: await accounts.signIn(body.method === 'code' ? { email, code } : { email, password }) };
  };

  const signOut = (call) => {
    sessionOf(call);
    accounts.end(tokenOf(call));
    return { status: 204 };
  };

  /** Says nothing about who is known. No link is mailed: the configuration does not offer it. */
  const resetPassword = async (call) => {
    texts(await call.json(), 'email');
    return { status: 202 };
  };

  const readOptions = (call) => {
    const [source] = call.ids;
    if (source === 'addresses' && call.query.has('postcode')) return { body: options.addressesAt(call.query) };
    return { body: options.page(customerOf(call), source, call.query) };
  };

  const submit = async (call) => {
    const customer = customerOf(call);
    return requests.submit(customer, keyOf(call), await call.json());
  };

  const addMessage = async (call) => {
    const customer = customerOf(call);
    return requests.addMessage(customer, call.ids[0], keyOf(call), await call.json());
  };

  const list = (call) => {
    const wanted = { cursor: call.query.get('cursor'), about: call.query.get('about') };
    return { body: requests.list(customerOf(call), wanted) };
  };

  return [
    ['GET', /^\/config$/, readConfig],
    ['POST', /^\/session$/, signIn],
    ['GET', /^\/session$/, (call) => ({ body: accounts.about(sessionOf(call)) })],
    ['DELETE', /^\/session$/, signOut],
    ['POST', /^\/password-reset$/, resetPassword],
    ['GET', /^\/requests$/, list],
    ['POST', /^\/requests$/, submit],
    ['GET', /^\/requests\/([\w-]+)$/, (call) => ({ body: requests.detail(customerOf(call), call.ids[0]) })],
    ['POST', /^\/requests\/([\w-]+)\/messages$/, addMessage],
    ['GET', /^\/options\/([\w-]+)$/, readOptions],
  ];
};

/** Finds the row of a call and asks its handler. What is optional and left out, such as drafts, is a 404 as well. */
export const answer = async (routes, call) => {
  for (const [method, pattern, handler] of routes) {
    const match = method === call.method ? pattern.exec(call.path) : null;
    if (match) return handler({ ...call, ids: match.slice(1), json: async () => recordOf(await call.text()) });
  }
  throw notFound();
};

const recordOf = (text) => {
  try {
    const body = JSON.parse(text);
    if (isRecord(body)) return body;
  } catch {
    // falls through to the refusal
  }
  throw invalid('The body has to be a JSON object');
};
