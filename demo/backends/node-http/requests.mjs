import { randomUUID } from 'node:crypto';
import { canonicalJson, isRecord, sha256 } from './json.mjs';
import { invalid, notFound, Problem } from './problem.mjs';
import { inOneWay, validate } from './validate.mjs';

const PAGE = 20;

const todayIn = (timeZone, now) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/** Throws a 422 for a locale that is no language tag. */
const checkLocale = (locale) => {
  try {
    if (typeof locale !== 'string' || Intl.getCanonicalLocales(locale).length === 1) return;
  } catch {
    // falls through to the refusal
  }
  throw invalid('The request is not complete', [{ pointer: '/locale', code: 'locale' }]);
};

/** Does something once for each key of a customer; `known` is what was answered to each key. */
const once = async ({ known, busy }, name, body, make) => {
  const fingerprint = sha256(canonicalJson(body));
  const earlier = known.get(name);
  if (earlier && earlier.fingerprint !== fingerprint)
    throw new Problem(422, 'idempotency-mismatch', 'This key was used for something else');
  if (earlier) return { status: 200, body: earlier.answer };
  if (busy.has(name)) throw new Problem(409, 'in-progress', 'This is being handled', { retryAfter: 1 });
  busy.add(name);
  try {
    return { status: 201, body: await make(fingerprint) };
  } finally {
    busy.delete(name);
  }
};

/** The requests of all customers, in memory and in the journal. */
export const createRequests = ({ config, journal, clock, choicesOf }) => {
  const all = [];
  const keys = { known: new Map(), busy: new Set() };
  let lastNumber = 0;

  const apply = {
    request: ({ key, fingerprint, request, receipt }) => {
      all.push(request);
      lastNumber = Math.max(lastNumber, all.length);
      keys.known.set(key, { fingerprint, answer: receipt });
    },
    message: ({ key, fingerprint, id, entry }) => {
      const request = all.find((one) => one.id === id);
      request.history.push(entry);
      request.updatedAt = entry.at;
      keys.known.set(key, { fingerprint, answer: entry });
    },
  };
  for (const entry of journal.entries) apply[entry.kind](entry);

  /** On the disk first, then in memory, and only then does the caller answer. */
  const keep = async (entry) => {
    await journal.add(entry);
    apply[entry.kind](entry);
  };

  const ownRequest = (customer, id) => {
    const request = all.find((one) => one.id === id && one.customerId === customer.id);
    if (!request) throw notFound(); // the same for somebody else's
    return request;
  };

  const accept = (customer, body) => {
    if (typeof body.configVersion === 'string' && body.configVersion !== config.version)
      throw new Problem(409, 'configuration-changed', 'The settings have changed');
    checkLocale(body.locale);
    const today = todayIn(config.portal.timeZone, clock());
    const errors = validate(config, body, { today, choices: (source) => choicesOf(customer, source) });
    if (errors.length > 0) throw invalid('The request is not complete', errors);
    return inOneWay(config, body);
  };

  const summaryOf = ({ customerId: _own, submission: _whole, history: _all, ...summary }) => summary;

  return {
    submit: (customer, key, body) =>
      once(keys, `${customer.id} ${key}`, body, async (fingerprint) => {
        const submission = accept(customer, body);
        const at = new Date(clock()).toISOString();
        lastNumber += 1;
        const number = String(lastNumber).padStart(6, '0');
        const common = { id: randomUUID(), reference: `PR-${at.slice(0, 4)}-${number}`, status: 'submitted' };
        const receipt = { ...common, submittedAt: at, digest: sha256(canonicalJson(submission)) };
        const { id, label: title } = config.requestTypes.find((type) => type.id === submission.requestType);
        const request = {
          ...{ ...common, customerId: customer.id, requestType: id, title, submission, submittedAt: at, updatedAt: at },
          history: [{ at, status: 'submitted', by: 'customer' }],
        };
        await keep({ kind: 'request', key: `${customer.id} ${key}`, fingerprint, request, receipt });
        return receipt;
      }),

    /** Newest first. Nobody decides about requests here, so that all of them are open. */
    list: (customer, { cursor, about }) => {
      const own = all.filter((one) => one.customerId === customer.id).reverse();
      const isAbout = ({ submission }) =>
        Object.values(submission.answers).some((one) => isRecord(one) && one.id === about);
      const wanted = about === null ? own : own.filter(isAbout);
      const from = cursor === null ? 0 : wanted.findIndex(({ id }) => id === cursor) + 1;
      if (cursor !== null && from === 0) throw invalid('This cursor is not ours');
      const items = wanted.slice(from, from + PAGE);
      const isMore = wanted.length > from + PAGE;
      return { items: items.map(summaryOf), ...(isMore ? { nextCursor: items.at(-1).id } : {}) };
    },

    detail: (customer, id) => {
      const { customerId: _own, ...detail } = ownRequest(customer, id);
      return detail;
    },

    addMessage: (customer, id, key, body) => {
      ownRequest(customer, id);
      return once(keys, `${customer.id} ${id} ${key}`, body, async (fingerprint) => {
        const { text, ...rest } = body;
        const errors = Object.keys(rest).map((name) => ({ pointer: `/${name}`, code: 'unknown-key' }));
        if (typeof text !== 'string' || text.trim() === '') errors.push({ pointer: '/text', code: 'required' });
        else if ([...text].length > 5000) errors.push({ pointer: '/text', code: 'too-long' });
        if (errors.length > 0) throw invalid('This is no message', errors);
        const entry = { at: new Date(clock()).toISOString(), status: 'submitted', by: 'customer', note: text.trim() };
        await keep({ kind: 'message', key: `${customer.id} ${id} ${key}`, fingerprint, id, entry });
        return entry;
      });
    },
  };
};
