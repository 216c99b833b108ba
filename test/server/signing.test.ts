import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { keySetSchema, type KeySet, type Receipt, type ReceiptFile } from 'portal-request-form/contract';
import { checkReceipt, digest } from 'portal-request-form/rules';
import { requests } from '../../demo/server/store/schema.js';
import { createSigning } from '../../demo/server/services/signing.js';
import { openSigning } from '../../demo/server/signing-keys.js';
import { ANNA, onEachDatabase, openPortal, smallConfig, type TestPortal } from './harness.js';

const keysOf = async (portal: TestPortal): Promise<KeySet> => keySetSchema.parse((await portal.call('/keys')).json);

/** The file that a customer would keep of this receipt. */
const fileOf = (receipt: Receipt, submission: Record<string, unknown>): ReceiptFile => ({
  ...{ format: 'portal-request-receipt', version: 1, endpoint: 'https://example.com', portal: 'Portal' },
  ...{ submission, receipt },
  terms: (receipt.proof?.terms ?? []).map((term) => ({ ...term, text: 'Pay in time.' })),
});

onEachDatabase('A receipt', (server) => {
  it('is signed, with the terms that were accepted, so that it can be checked with the public keys', async () => {
    const portal = await openPortal(server());
    const receipt = await portal.submit(await portal.signIn(ANNA), { locale: 'nl' });
    const [row] = await server().store.db.select().from(requests).where(eq(requests.id, receipt.id));
    assert.ok(row);
    assert.equal(await digest(row.submission), receipt.digest);
    assert.deepEqual(
      receipt.proof?.terms.map(({ id, version, locale }) => [id, version, locale]),
      [['general', '1', 'nl']],
    );
    assert.deepEqual(await checkReceipt(fileOf(receipt, row.submission), await keysOf(portal)), []);
  });

  it('has the same proof when the request is sent again', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const [key, submission] = [randomUUID(), portal.submission()];
    const { json } = await portal.send(submission, token, key);
    assert.deepEqual((await portal.send(submission, token, key)).json, json);
    assert.ok((json as Receipt).proof);
  });

  it('of one portal is none of another', async () => {
    const [portal, other] = [await openPortal(server()), await openPortal(server())];
    const receipt = await portal.submit();
    const [row] = await server().store.db.select().from(requests).where(eq(requests.id, receipt.id));
    const issues = await checkReceipt(fileOf(receipt, row?.submission ?? {}), await keysOf(other));
    assert.deepEqual(issues, [
      { pointer: '/receipt/proof/portal', code: 'other-portal', params: { signed: portal.id, portal: other.id } },
    ]);
  });

  it('can be checked when the portal is closed, and the key that signs stays where it is', async () => {
    const portal = await openPortal(server(), { ...smallConfig });
    await server().services.portals.close(portal.id, true);
    const { status, json, headers } = await portal.call('/keys', { headers: { Origin: 'http://localhost:8000' } });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:8000');
    assert.deepEqual(Object.keys((json as { keys: object[] }).keys[0] ?? {}).sort(), [
      'alg',
      'crv',
      'kid',
      'kty',
      'use',
      'x',
    ]);
  });
});

const pemOf = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The key of the examples in RFC 8032 and RFC 8037. */
const EXAMPLE = createPrivateKey({
  key: Buffer.from(
    '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  ),
  ...{ format: 'der', type: 'pkcs8' },
});

describe('What is signed', () => {
  it('is signed as the example in the documentation says', () => {
    const signing = createSigning(EXAMPLE);
    const digest = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
    const base = { id: 'r1', reference: 'PR-2026-000123', submittedAt: '2026-11-24T10:15:00.000Z', digest };
    const sha256 = 'cf9fb90b8ccc4633aa42b89c86460d561d239e527e46f4727ebb95bc9f2ee087';
    const terms = [{ id: 'general', version: '2026-01', locale: 'nl', sha256 }];
    const { signature, keyId } = signing.prove({ ...base, status: 'submitted' }, 'demo', terms);
    assert.equal(signature, 'c2z0Kid7SH9urpOPZn2_ejjot_4TEG1G2RgZSXdL_G_tkb0nchjx-ce4W9ZcpNnVeMIsAIWRr-G_uOezRbbHCQ');
    assert.equal(keyId, 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
    assert.equal(signing.keys[0]?.kid, keyId);
  });
});

describe('The key that signs', () => {
  let folder = '';
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'portal-keys-')), 'keys');
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  it('is made once, for the eyes of its owner, however many processes start at once', async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => openSigning(folder)));
    assert.equal(new Set(opened.map(({ keys }) => keys[0]?.kid)).size, 1);
    assert.deepEqual(await readdir(folder), ['current.pem']);
    assert.equal((await stat(join(folder, 'current.pem'))).mode & 0o777, 0o600);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.deepEqual((await openSigning(folder)).keys, opened[0]?.keys);
  });

  it('leaves the receipts of an earlier one to be checked, of which the public half is enough', async () => {
    const [before] = (await openSigning(folder)).keys;
    await rename(join(folder, 'current.pem'), join(folder, '2026.pem'));
    const now = await openSigning(folder);
    assert.equal(now.keys[1]?.kid, before?.kid);
    assert.notEqual(now.keys[0]?.kid, before?.kid);
    const half = createPublicKey(await readFile(join(folder, '2026.pem'))).export({ type: 'spki', format: 'pem' });
    await writeFile(join(folder, '2026.pem'), half);
    assert.deepEqual((await openSigning(folder)).keys, now.keys);
  });

  it('can be given by the environment; then the one in the folder is an earlier one', async () => {
    const [kept] = (await openSigning(folder)).keys;
    const pem = pemOf();
    const { keys } = await openSigning(folder, pem);
    assert.deepEqual(keys, [...createSigning(createPrivateKey(pem)).keys, kept]);
  });

  it('has to be an Ed25519 key; the complaint names the place and never quotes it', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    for (const wrong of [String(rsa), 'secret words', '']) {
      await assert.rejects(openSigning(folder, wrong), (error: Error) => {
        assert.match(error.message, /^SIGNING_KEY is no private Ed25519 key in PEM\. Make one with/);
        assert.doesNotMatch(error.message, /secret words/);
        return true;
      });
    }
    await writeFile(join(folder, 'old.pem'), 'nothing');
    await assert.rejects(openSigning(folder), /old\.pem is no Ed25519 key/);
  });
});
