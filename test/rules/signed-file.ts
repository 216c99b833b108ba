import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { KeySet, Proof, ReceiptFile } from 'portal-request-form/contract';
import { digest, sha256, signedBytes } from 'portal-request-form/rules';

const { privateKey } = generateKeyPairSync('ed25519');

/** The keys of a portal, of which the second is this one. */
export const keySet = (key: KeyObject = privateKey, portal = 'demo'): KeySet => {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { portal, keys: [{ kty: 'RSA' }, { kty: 'OKP', crv: 'Ed25519', kid: 'one', x }] };
};

export type SignedFile = ReceiptFile & { readonly receipt: { readonly proof: Proof } };

/** A receipt file as a backend and the form make it. */
export const fileOf = async (
  submission: Record<string, unknown>,
  texts: readonly string[] = ['Pay.'],
): Promise<SignedFile> => {
  const terms: ReceiptFile['terms'] = [];
  for (const [index, text] of texts.entries()) {
    terms.push({ id: `t${index}`, version: '1', locale: 'nl', text, sha256: await sha256(text) });
  }
  const signed: Proof['terms'] = terms.map(({ text: _read, ...term }) => term);
  const base = { id: 'r1', reference: 'PR-2026-000001', submittedAt: '2026-11-24T10:00:00.000Z' };
  const receipt = { ...base, status: 'submitted', digest: await digest(submission) } as const;
  const signature = sign(null, signedBytes({ ...receipt, portal: 'demo', terms: signed }), privateKey);
  const proof: Proof = {
    ...{ keyId: 'one', algorithm: 'Ed25519', portal: 'demo', terms: signed },
    signature: signature.toString('base64url'),
  };
  return {
    ...{
      format: 'portal-request-receipt',
      version: 1,
      endpoint: 'https://example.com/p',
      portal: 'Portal',
      submission,
    },
    terms,
    receipt: { ...receipt, proof },
  };
};
