import { randomBytes } from 'node:crypto';
import { sha256 } from './hash.js';

const BYTES = 32;

/** A token for a link that is good once and for so many milliseconds, and what is kept of it: only its hash. */
export const newLinkToken = (now: Date, lifetime: number) => {
  const token = randomBytes(BYTES).toString('base64url');
  const kept = { tokenHash: sha256(token), createdAt: now, expiresAt: new Date(now.getTime() + lifetime) };
  return { token, kept };
};
