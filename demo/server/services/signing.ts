import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Proof, PublicKey, Receipt } from 'portal-request-form/contract';
import { canonicalJson, signedBytes } from 'portal-request-form/rules';

/** Signs receipts. */
export interface Signing {
  /** The key that signs now, then those that signed before. */
  readonly keys: readonly PublicKey[];
  /** The proof of a receipt; the same for the same. */
  prove(receipt: Omit<Receipt, 'proof'>, portal: string, terms: Proof['terms']): Proof;
}

/** The public half of a key, whose id is its thumbprint (RFC 7638). Throws a TypeError when it is no Ed25519 key. */
const publicKeyOf = (key: KeyObject): PublicKey => {
  const { x = '', crv } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (crv !== 'Ed25519') throw new TypeError('This is no Ed25519 key');
  const parts = { kty: 'OKP', crv } as const;
  return {
    ...parts,
    x,
    kid: createHash('sha256')
      .update(canonicalJson({ ...parts, x }))
      .digest('base64url'),
  };
};

/** `current` is a private key; of the retired ones the public half is enough. Throws a TypeError for another kind of key. */
export const createSigning = (current: KeyObject, retired: readonly KeyObject[] = []): Signing => {
  const own = publicKeyOf(current);
  const others = retired.map(publicKeyOf).filter(({ kid }) => kid !== own.kid);
  return {
    keys: [own, ...others],
    prove: (receipt, portal, terms) => ({
      ...{ keyId: own.kid, algorithm: 'Ed25519', portal, terms },
      signature: sign(null, signedBytes({ ...receipt, portal, terms }), current).toString('base64url'),
    }),
  };
};
