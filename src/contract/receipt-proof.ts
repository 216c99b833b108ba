import * as z from 'zod/mini';

/** A term that was accepted: `sha256` is that of its text as it was read, in lower-case hex, or of its address without a text. */
export const signedTermSchema = z.object({
  id: z.string(),
  version: z.string(),
  locale: z.string(),
  sha256: z.string(),
});
export type SignedTerm = z.infer<typeof signedTermSchema>;

/**
 * The backend's signature under a receipt (base64url), by the key with this id among those of `GET /keys`. `portal` is
 * the name under which the backend signs for this portal, `terms` what was accepted; both are signed too.
 */
export const proofSchema = z.object({
  keyId: z.string(),
  algorithm: z.literal('Ed25519'),
  portal: z.string(),
  terms: z.array(signedTermSchema),
  signature: z.string(),
});
export type Proof = z.infer<typeof proofSchema>;

/** A public key as RFC 8037 writes it: `x` is base64url. */
export const publicKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.string(),
});
export type PublicKey = z.infer<typeof publicKeySchema>;

/** A JWK set (RFC 7517) with the keys that a portal signs with, and those it signed with before; keys of other kinds may be among them. */
export const keySetSchema = z.object({
  portal: z.string(),
  keys: z.array(z.union([publicKeySchema, z.looseObject({ kty: z.string() })])),
});
export type KeySet = z.infer<typeof keySetSchema>;
