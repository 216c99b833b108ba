import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, digest } from 'portal-request-form/rules';

describe('canonical JSON', () => {
  it('is that of the examples of RFC 8785', () => {
    const numbers = [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001];
    const given = { numbers, string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true, false] };
    assert.equal(
      canonicalJson(given),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 units', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    assert.equal(canonicalJson(keys), '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('does not depend on the order of keys, and reads back as the same', () => {
    fc.assert(
      fc.property(
        fc.json().map((json): unknown => JSON.parse(json)),
        (value) => {
          const reversed = JSON.stringify(value, (_key, part: unknown) =>
            part && typeof part === 'object' && !Array.isArray(part)
              ? Object.fromEntries(Object.entries(part).reverse())
              : part,
          );
          assert.equal(canonicalJson(JSON.parse(reversed)), canonicalJson(value));
          assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  it('writes minus zero as zero and leaves out what is undefined', () => {
    assert.equal(canonicalJson([-0, { a: undefined, b: 1 }]), '[0,{"b":1}]');
  });

  it('keeps a key named __proto__', () => {
    assert.equal(canonicalJson(JSON.parse('{"__proto__":{"a":1}}')), '{"__proto__":{"a":1}}');
  });

  for (const [name, value] of Object.entries({
    NaN,
    Infinity,
    surrogate: '\ud800',
    key: { '\udc00': 1 },
    undefined,
    symbol: Symbol('s'),
    function: () => 1,
    bigint: 1n,
  })) {
    it(`refuses ${name}`, () => {
      assert.throws(() => canonicalJson([value]), TypeError);
    });
  }
});

describe('the digest', () => {
  it('is the SHA-256 of the canonical JSON', async () => {
    const value = { b: ['é', 1.5], a: null };
    assert.equal(await digest(value), createHash('sha256').update('{"a":null,"b":["é",1.5]}').digest('hex'));
  });
});
