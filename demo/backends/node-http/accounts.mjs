import { Buffer } from 'node:buffer';
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { sha256 } from './json.mjs';
import { Problem, sessionExpired } from './problem.mjs';

const derive = promisify(scrypt);
const HOUR = 3_600_000;
const LIFE = 8 * HOUR;
const CODE_LIFE = HOUR / 6;
const MOST_WRONG = 10;
const MOST_GUESSES = 5;
/** The salt and the hash of no password: looking for somebody who is not there takes as long as a wrong password. */
const NOBODY = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

const isPassword = async (password, kept) => {
  const [salt, hash] = kept.split(':');
  return timingSafeEqual(await derive(password, salt, 64), Buffer.from(hash, 'hex'));
};

const wrong = () => new Problem(401, 'invalid-credentials', 'This is not right');

/** Who may come in. Sessions and codes live in memory: a restart signs everybody out. `mail` is handed `{to, text}`. */
export const createAccounts = ({ customers, clock, mail }) => {
  const sessions = new Map();
  const codes = new Map();
  const failures = new Map();
  const find = (email) => customers.find((one) => one.email === email.trim().toLowerCase());

  /** Takes away what is over, whenever something is added. */
  const tidy = () => {
    for (const kept of [sessions, codes, failures])
      for (const [key, { expiresAt }] of kept) if (expiresAt < clock()) kept.delete(key);
  };

  const refuseGuessing = (email) => {
    const { count = 0, expiresAt = 0 } = failures.get(email) ?? {};
    if (count < MOST_WRONG || expiresAt < clock()) return;
    throw new Problem(429, 'rate-limited', 'Too often', { retryAfter: Math.ceil((expiresAt - clock()) / 1000) });
  };

  const countFailure = (email) => {
    tidy();
    const { count = 0, expiresAt = clock() + CODE_LIFE } = failures.get(email) ?? {};
    failures.set(email, { count: count + 1, expiresAt });
  };

  const open = (customer) => {
    tidy();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = clock() + LIFE;
    sessions.set(sha256(token), { customer, expiresAt });
    return { token, ...about({ customer, expiresAt }) };
  };

  const about = ({ customer: { id, name, email, company }, expiresAt }) => ({
    expiresAt: new Date(expiresAt).toISOString(),
    customer: { id, name, email, company },
  });

  const isCode = (email, code) => {
    const kept = codes.get(email);
    if (!kept || kept.expiresAt < clock()) return false;
    kept.guesses += 1;
    const isRight = kept.code === code;
    if (isRight || kept.guesses >= MOST_GUESSES) codes.delete(email);
    return isRight;
  };

  return {
    /** The session of a token; throws a 401 for one that is dead. */
    session: (token) => {
      const kept = sessions.get(sha256(token));
      if (!kept || kept.expiresAt < clock()) throw sessionExpired();
      return kept;
    },
    about,
    end: (token) => sessions.delete(sha256(token)),
    /** Throws a 401 that says nothing about which of the two was wrong. */
    signIn: async ({ email, password, code }) => {
      const name = email.trim().toLowerCase();
      refuseGuessing(name);
      const customer = find(name);
      const isRight =
        password === undefined ? isCode(name, code) : await isPassword(password, customer?.password ?? NOBODY);
      if (customer && isRight) return open(customer);
      countFailure(name);
      throw wrong();
    },
    sendCode: (email) => {
      const customer = find(email);
      if (!customer) return;
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      codes.set(customer.email, { code, guesses: 0, expiresAt: clock() + CODE_LIFE });
      mail({ to: customer.email, text: `Your code is ${code}.` });
    },
  };
};
