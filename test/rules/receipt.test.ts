import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { receiptFileSchema, type KeySet, type ReceiptFile } from 'portal-request-form/contract';
import { canonicalJson, checkReceipt, digest, sha256, signedBytes } from 'portal-request-form/rules';
import { fileOf, keySet } from './signed-file.js';

const codes = async (file: ReceiptFile, keys: KeySet | undefined = keySet()): Promise<string[]> =>
  (await checkReceipt(file, keys)).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what is signed', () => {
  it('is exactly these bytes', () => {
    const statement = {
      ...{
        portal: 'demo',
        id: 'r1',
        reference: 'PR-2026-000001',
        submittedAt: '2026-11-24T10:00:00.000Z',
        digest: '00',
      },
      terms: [{ id: 'general', version: '2', locale: 'nl', sha256: 'ff' }],
    };
    assert.equal(
      new TextDecoder().decode(signedBytes(statement)),
      '{"digest":"00","id":"r1","portal":"demo","reference":"PR-2026-000001",' +
        '"submittedAt":"2026-11-24T10:00:00.000Z",' +
        '"terms":[{"id":"general","locale":"nl","sha256":"ff","version":"2"}],"type":"portal-request-receipt/1"}',
    );
  });
});

describe('a receipt file', () => {
  it('is authentic as it was made, whatever was answered, and after it was written and read', async () => {
    const answers = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(answers, fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }), async (given, texts) => {
        const file = await fileOf(given, texts);
        const read = receiptFileSchema.parse(JSON.parse(JSON.stringify(file, undefined, 2)));
        assert.deepEqual(await codes(read), []);
      }),
      { numRuns: 50 },
    );
  });

  it('is not authentic once any one part of it is another', async () => {
    const file = await fileOf({ answers: { what: 'Boiler' }, locale: 'nl' }, ['Pay.', 'Be there.']);
    const { receipt, terms } = file;
    const proof = receipt.proof;
    const [first, ...others] = terms;
    assert.ok(first);
    const changed: [ReceiptFile, string[]][] = [
      [{ ...file, submission: { answers: { what: 'Boilers' }, locale: 'nl' } }, ['/submission digest']],
      [{ ...file, submission: { ...file.submission, more: 1 } }, ['/submission digest']],
      [{ ...file, submission: { what: '\ud800' } }, ['/submission digest']],
      [{ ...file, terms: [{ ...first, text: 'Pay later.' }, ...others] }, ['/terms/0 text']],
      [{ ...file, terms: [{ ...first, version: '2' }, ...others] }, ['/terms/0 unsigned-term', '/terms lost-term']],
      [{ ...file, terms: others }, ['/terms lost-term']],
      [{ ...file, receipt: { ...receipt, reference: 'PR-2026-000002' } }, ['/receipt/proof/signature signature']],
      [
        { ...file, receipt: { ...receipt, submittedAt: '2026-11-23T10:00:00.000Z' } },
        ['/receipt/proof/signature signature'],
      ],
      [{ ...file, receipt: { ...receipt, id: 'r2' } }, ['/receipt/proof/signature signature']],
      [
        { ...file, receipt: { ...receipt, proof: { ...proof, portal: 'other' } } },
        ['/receipt/proof/signature signature'],
      ],
      [{ ...file, receipt: { ...receipt, proof: { ...proof, keyId: 'two' } } }, ['/receipt/proof/keyId unknown-key']],
      [{ ...file, receipt: { ...receipt, proof: undefined } }, ['/receipt/proof unsigned']],
    ];
    for (const [other, wanted] of changed) assert.deepEqual(await codes(other), wanted);
  });

  it('does not pass with answers and digest changed together, nor with a text and its hash', async () => {
    const file = await fileOf({ what: 'Boiler' });
    const submission = { what: 'Lift' };
    const receipt = { ...file.receipt, digest: await digest(submission) };
    assert.deepEqual(await codes({ ...file, submission, receipt }), ['/receipt/proof/signature signature']);
    const terms = [{ id: 't0', version: '1', locale: 'nl', text: 'Free.', sha256: await sha256('Free.') }];
    const proof = { ...file.receipt.proof, terms: terms.map(({ text: _read, ...term }) => term) };
    const forged = { ...file, terms, receipt: { ...file.receipt, proof } };
    assert.deepEqual(await codes(forged), ['/receipt/proof/signature signature']);
  });

  it('never has a signature that is cut short, is no base64url, or is by another key', async () => {
    const file = await fileOf({});
    const proof = file.receipt.proof;
    for (const signature of ['', '!', proof.signature.slice(4), `${proof.signature}AAAA`, 'A'.repeat(86)]) {
      const receipt = { ...file.receipt, proof: { ...proof, signature } };
      assert.deepEqual(await codes({ ...file, receipt }), ['/receipt/proof/signature signature'], signature);
    }
    const other = keySet(generateKeyPairSync('ed25519').privateKey);
    assert.deepEqual(await codes(file, other), ['/receipt/proof/signature signature']);
  });

  it('may leave out the text of a term, whose hash is signed', async () => {
    const file = await fileOf({});
    assert.deepEqual(await codes({ ...file, terms: file.terms.map(({ text: _read, ...term }) => term) }), []);
  });
});

describe('canonical JSON of what was sent', () => {
  it('is the same after it was stored as JSON and read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(canonicalJson(JSON.parse(JSON.stringify(value))), canonicalJson(value));
      }),
    );
  });
});
