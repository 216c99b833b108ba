import type { Issue, KeySet, Proof, PublicKey, Receipt, ReceiptFile } from '../contract/index.js';
import { canonicalJson, digest, sha256 } from './digest.js';

/** What a backend signs: a receipt, and what its proof adds to it. */
export type Statement = Pick<Receipt, 'id' | 'reference' | 'submittedAt' | 'digest'> & Pick<Proof, 'portal' | 'terms'>;

/** The first member of what is signed, so that a signature under something else is never one under a receipt. */
const TYPE = 'portal-request-receipt/1';

/** The bytes that are signed: the canonical JSON (RFC 8785) of the statement with its type, in UTF-8. */
export const signedBytes = ({ portal, id, reference, submittedAt, digest: sum, terms }: Statement): Uint8Array => {
  const accepted = terms.map(({ id: term, version, locale, sha256: hash }) => ({
    ...{ id: term, version, locale },
    sha256: hash,
  }));
  const statement = { type: TYPE, portal, id, reference, submittedAt, digest: sum, terms: accepted };
  return new TextEncoder().encode(canonicalJson(statement));
};

/** The bytes of a base64url text; nothing when it is none. */
const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[\w-]*$/.test(base64url) || base64url.length % 4 === 1) return undefined;
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

const isSignedWith = async ({ x }: PublicKey, receipt: Receipt, proof: Proof): Promise<boolean> => {
  const [key, signature] = [bytesOf(x), bytesOf(proof.signature)];
  if (key?.length !== KEY_BYTES || signature?.length !== SIGNATURE_BYTES) return false;
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  const bytes = new Uint8Array(signedBytes({ ...receipt, ...proof }));
  return crypto.subtle.verify('Ed25519', imported, signature, bytes);
};

const isKey = (key: KeySet['keys'][number]): key is PublicKey =>
  key.kty === 'OKP' && 'crv' in key && key.crv === 'Ed25519';

const signatureIssues = async ({ receipt }: ReceiptFile, { portal, keys }: KeySet): Promise<Issue[]> => {
  const { proof } = receipt;
  if (!proof) return [{ pointer: '/receipt/proof', code: 'unsigned' }];
  const key = keys.filter(isKey).find(({ kid }) => kid === proof.keyId);
  if (!key) return [{ pointer: '/receipt/proof/keyId', code: 'unknown-key', params: { key: proof.keyId } }];
  if (!(await isSignedWith(key, receipt, proof))) return [{ pointer: '/receipt/proof/signature', code: 'signature' }];
  const { portal: signed } = proof;
  return signed === portal
    ? []
    : [{ pointer: '/receipt/proof/portal', code: 'other-portal', params: { signed, portal } }];
};

/** The digest of the answers; nothing for what has none, such as text that is not Unicode. */
const digestOf = async (submission: unknown): Promise<string | undefined> => {
  try {
    return await digest(submission);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const digestIssues = async ({ submission, receipt }: ReceiptFile): Promise<Issue[]> =>
  (await digestOf(submission)) === receipt.digest ? [] : [{ pointer: '/submission', code: 'digest' }];

type Term = ReceiptFile['terms'][number];

/** The text of a term is that of its hash; a file may leave it out. */
const termIssues = async ({ id: term, version, text, url, sha256: hash }: Term, index: number): Promise<Issue[]> => {
  const read = text ?? url;
  if (read === undefined || (await sha256(read)) === hash) return [];
  return [{ pointer: `/terms/${index}`, code: 'text', params: { term, version } }];
};

const named = ({ id, version, locale, sha256: hash }: Proof['terms'][number]): string =>
  JSON.stringify([id, version, locale, hash]);

/** The terms of the file have to be those that were signed, neither more nor fewer. */
const acceptedIssues = ({ terms, receipt: { proof } }: ReceiptFile): Issue[] => {
  if (!proof) return [];
  const [given, signed] = [new Set(terms.map(named)), new Set(proof.terms.map(named))];
  const added = terms.flatMap((one, index) =>
    signed.has(named(one))
      ? []
      : [{ pointer: `/terms/${index}`, code: 'unsigned-term', params: { term: one.id, version: one.version } }],
  );
  const lost = proof.terms
    .filter((one) => !given.has(named(one)))
    .map(({ id, version }) => ({ pointer: '/terms', code: 'lost-term', params: { term: id, version } }));
  return [...added, ...lost];
};

/**
 * What is wrong with a receipt file: with the digest of its answers, the texts of its terms, and its signature by one of
 * these keys. Without keys the signature is not looked at. Nothing means that it is authentic. In a browser it needs a
 * secure context that knows Ed25519.
 */
export const checkReceipt = async (file: ReceiptFile, keys: KeySet | undefined): Promise<Issue[]> => {
  const issues = [...(await digestIssues(file))];
  for (const [index, term] of file.terms.entries()) issues.push(...(await termIssues(term, index)));
  return [...issues, ...acceptedIssues(file), ...(keys ? await signatureIssues(file, keys) : [])];
};
