import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const BYTES = 32;
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A new secret as Standard Webhooks writes one: `whsec_` and base64. */
export const makeSecret = (): string => `whsec_${randomBytes(BYTES).toString('base64')}`;

/** A key of its own for each use of the server's secret. */
const keyOf = (authSecret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', authSecret, '', 'portal-request-form webhook secrets', BYTES));

/** Encrypts a secret for an endpoint; it can be read for that endpoint only. */
export const sealSecret = (authSecret: string, endpointId: string, secret: string): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(authSecret), nonce).setAAD(Buffer.from(endpointId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
};

/** The secret as it was. Throws when it was sealed under another `AUTH_SECRET`, or for another endpoint. */
export const openSecret = (authSecret: string, endpointId: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, keyOf(authSecret), bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(endpointId))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
};
