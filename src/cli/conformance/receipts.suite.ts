import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  keySetSchema,
  receiptSchema,
  requestDetailSchema,
  type KeySet,
  type Receipt,
  type ReceiptFile,
  type Submission,
} from '../../contract/index.js';
import { checkReceipt, digest } from '../../rules/index.js';
import { ask, send, signIn, submissionFor, type Backend, type Check } from './backend-calls.js';

interface Taken {
  readonly receipt: Receipt;
  readonly replay: Receipt;
  readonly stored: Submission;
}

/** A request that was sent twice under one key, as the backend keeps it. */
const take = async (backend: Backend): Promise<Taken> => {
  const token = await signIn(backend, backend.customer);
  const [key, submission] = [randomUUID(), await submissionFor(backend, token)];
  const receipt = receiptSchema.parse((await send(backend, submission, token, key)).json);
  const replay = receiptSchema.parse((await send(backend, submission, token, key)).json);
  const detail = await ask(backend, `/requests/${receipt.id}`, { token });
  return { receipt, replay, stored: requestDetailSchema.parse(detail.json).submission };
};

const keysOf = async (backend: Backend): Promise<KeySet> => {
  const { status, json } = await ask(backend, '/keys');
  assert.equal(status, 200);
  return keySetSchema.parse(json);
};

/** The file that a customer saves, without the texts of the terms. */
const fileOf = (backend: Backend, { receipt, stored }: Taken): ReceiptFile => ({
  ...{ format: 'portal-request-receipt', version: 1, endpoint: backend.endpoint, portal: '' },
  ...{ submission: { ...stored }, terms: receipt.proof?.terms ?? [], receipt },
});

/** Signing is optional: a backend that does not sign has no `proof` and passes. */
export const receiptChecks: readonly Check[] = [
  {
    name: 'gives the digest of what it keeps, and the same receipt again',
    run: async (backend) => {
      const { receipt, replay, stored } = await take(backend);
      assert.equal(await digest(stored), receipt.digest);
      assert.deepEqual(replay, receipt);
    },
  },
  {
    name: 'signs its receipts, with every accepted term, so that they can be checked with its keys, if it signs them',
    run: async (backend) => {
      const taken = await take(backend);
      const { proof } = taken.receipt;
      if (!proof) return;
      const file = fileOf(backend, taken);
      assert.deepEqual(await checkReceipt(file, await keysOf(backend)), []);
      const forged = { ...file, receipt: { ...taken.receipt, reference: `${taken.receipt.reference}0` } };
      const issues = await checkReceipt(forged, await keysOf(backend));
      assert.deepEqual(
        issues.map(({ code }) => code),
        ['signature'],
      );
      const accepted = Object.entries(taken.stored.terms).filter(([, term]) => term.accepted);
      assert.deepEqual(
        proof.terms.map(({ id, version }) => `${id} ${version}`).sort(),
        accepted.map(([id, { version }]) => `${id} ${version}`).sort(),
      );
    },
  },
];
