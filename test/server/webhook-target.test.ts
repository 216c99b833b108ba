import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { describe, it } from 'node:test';
import { callWebhook } from '../../demo/server/services/webhook-call.js';
import { createTargets, readNetworks, TargetError, type Targets } from '../../demo/server/services/webhook-target.js';
import { EnvironmentError } from '../../demo/server/settings.js';
import { openReceiver } from './webhook-receiver.js';

const NAMES = new Map<string, readonly string[]>([
  ['public.example', ['93.184.215.14', '2606:4700::1111']],
  ['inside.example', ['127.0.0.1']],
  ['half.example', ['93.184.215.14', '10.0.0.1']],
  ['mapped.example', ['::ffff:192.168.0.1']],
  ['localhost', ['::1', '127.0.0.1']],
]);

const addressesOf = (name: string): LookupAddress[] =>
  (NAMES.get(name) ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const targets = (...allowed: string[]): Targets =>
  createTargets(readNetworks(allowed), (name) => Promise.resolve(addressesOf(name)));

const codeOf = async (checked: Promise<unknown>): Promise<string | undefined> => {
  try {
    await checked;
    return undefined;
  } catch (error) {
    if (error instanceof TargetError) return error.code;
    throw error;
  }
};

describe('The target of a webhook', () => {
  const inside = [
    ...['127.0.0.1', '127.1', '2130706433', '017700000001', '0x7f.1', '0x7f000001', '127.0.0.1.', '0', '0.0.0.0'],
    ...['10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '198.18.0.1', '224.0.0.1'],
    ...['255.255.255.255', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:a00:1]', '[::127.0.0.1]', '[fe80::1]'],
    ...['[fd00:ec2::254]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[ff02::1]', '[4000::1]', '１２７.0.0.1'],
    ...['localhost', 'LOCALHOST.', 'inside.example', 'half.example', 'mapped.example'],
  ];
  for (const host of inside) {
    it(`88 is refused at ${host}`, async () => {
      assert.equal(await codeOf(targets().check(`https://${host}/hook`)), 'refused-address');
      assert.notEqual(await codeOf(targets('203.0.113.0/24').check(`http://${host}/hook`)), undefined);
    });
  }

  it('may be public, over https only', async () => {
    assert.equal(await codeOf(targets().check('https://public.example./hook?a=b')), undefined);
    assert.equal(await codeOf(targets().check('https://93.184.215.14:8443/')), undefined);
    assert.equal(await codeOf(targets().check('http://public.example/hook')), 'https');
    assert.equal(await codeOf(targets('10.0.0.0/8').check('http://public.example/hook')), 'https');
  });

  it('may lie inside where that network is allowed, also without TLS', async () => {
    assert.equal(await codeOf(targets('127.0.0.0/8').check('http://inside.example/hook')), undefined);
    assert.equal(await codeOf(targets('192.168.0.1').check('https://mapped.example/hook')), undefined);
    assert.equal(await codeOf(targets('127.0.0.0/8').check('http://localhost/hook')), 'refused-address');
    assert.throws(() => readNetworks(['10.0.0.0/64']), EnvironmentError);
  });

  it('is an address of the web, without a name and a password in it, that is known', async () => {
    for (const url of [
      'ftp://public.example/',
      'https://a:b@public.example/',
      'file:///etc/passwd',
      'no url',
      'https://',
    ]) {
      assert.equal(await codeOf(targets().check(url)), 'url', url);
    }
    assert.equal(await codeOf(targets().check('https://nowhere.example/')), 'unknown-host');
  });

  it('88 is judged again for each connection, which goes to the address that was judged', async () => {
    const receiver = await openReceiver();
    const answers = [['93.184.215.14'], ['127.0.0.1'], ['127.0.0.1']];
    const rebinding = createTargets(readNetworks(['127.0.0.2']), () =>
      Promise.resolve((answers.shift() ?? []).map((address) => ({ address, family: 4 }))),
    );
    try {
      const url = `https://rebinding.example:${receiver.port}/`;
      assert.equal(await codeOf(rebinding.check(url)), undefined);
      for (const scheme of ['https', 'http']) {
        const sent = await callWebhook(rebinding, url.replace('https', scheme), { body: '{}', headers: {} });
        assert.equal(sent.failure, 'refused-address');
      }
      assert.equal(
        (await callWebhook(targets(), receiver.url, { body: '{}', headers: {} })).failure,
        'refused-address',
      );
      assert.equal(receiver.received.length, 0);
    } finally {
      receiver.close();
    }
  });

  it('88 is not left for where an answer redirects to', async () => {
    const [receiver, inner] = [await openReceiver(), await openReceiver()];
    receiver.answer((response) => response.writeHead(307, { Location: inner.url }).end('x'.repeat(9_000)));
    try {
      const sent = await callWebhook(targets('127.0.0.1'), receiver.url, { body: '{}', headers: {} });
      assert.deepEqual([sent.status, sent.failure, sent.excerpt?.length], [307, 'status', 500]);
      assert.equal(inner.received.length, 0);
    } finally {
      receiver.close();
      inner.close();
    }
  });
});
