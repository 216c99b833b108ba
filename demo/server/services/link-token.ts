import { randomBytes } from 'node:crypto';

const BYTES = 32;

/** A token for a link that is good once; only its hash is kept. */
export const newLinkToken = (): string => randomBytes(BYTES).toString('base64url');
