import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAddressOf } from '../../demo/server/services/caller.js';
import { EnvironmentError, readEnvironment } from '../../demo/server/settings.js';

describe('The address of a caller', () => {
  it('is that of the connection when no proxy is trusted, whatever a header says', () => {
    const addressOf = createAddressOf([]);
    assert.equal(addressOf('::ffff:203.0.113.9', '198.51.100.1'), '203.0.113.9');
    assert.equal(addressOf(undefined, '198.51.100.1'), 'unknown');
  });

  it('is the last one that no trusted proxy has', () => {
    const addressOf = createAddressOf(['10.0.0.0/8', '::1']);
    assert.equal(addressOf('10.0.0.5', '198.51.100.1, 203.0.113.7, 10.2.3.4'), '203.0.113.7');
    assert.equal(addressOf('::1', '2001:db8::7'), '2001:db8::7');
    assert.equal(addressOf('203.0.113.9', '198.51.100.1'), '203.0.113.9');
  });

  it('is that of the proxy when the header holds no address', () => {
    const addressOf = createAddressOf(['10.0.0.5']);
    for (const header of [undefined, '', 'unknown', '203.0.113.7:80', '<script>']) {
      assert.equal(addressOf('10.0.0.5', header), '10.0.0.5', header);
    }
  });

  it('needs proxies that are addresses or networks', () => {
    for (const proxy of ['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '::1/129']) {
      assert.throws(() => createAddressOf([proxy]), EnvironmentError, proxy);
    }
  });
});

describe('The environment', () => {
  it('has defaults for everything', () => {
    const environment = readEnvironment({ SMTP_URL: ' ' }, '/data');
    assert.equal(environment.port, 3000);
    assert.equal(environment.publicUrl, 'http://localhost:3000');
    assert.equal(environment.dataFolder, '/data');
    assert.equal(environment.smtpUrl, undefined);
    assert.equal(environment.isDemo, true);
  });

  it('has no demo in production unless they are asked for', () => {
    const production = { NODE_ENV: 'production', AUTH_SECRET: 'x'.repeat(32) };
    assert.equal(readEnvironment(production, '/data').isDemo, false);
    assert.equal(readEnvironment({ ...production, DEMO_ACCOUNTS: 'yes' }, '/data').isDemo, true);
  });

  it('names the variable that is wrong', () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ PORT: '70000' }, /PORT/],
      [{ PUBLIC_URL: 'example.com' }, /PUBLIC_URL/],
      [{ AUTH_SECRET: 'short' }, /AUTH_SECRET/],
      [{ DEMO_ACCOUNTS: 'maybe' }, /DEMO_ACCOUNTS/],
    ];
    for (const [environment, words] of wrong) assert.throws(() => readEnvironment(environment, '/data'), words);
  });
});
