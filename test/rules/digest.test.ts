import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, digest } from 'portal-request-form/rules';

/** Appendix B: the bits of a number, and how it is written. */
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const;

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

  it('writes numbers as the table of RFC 8785 does', () => {
    const bits = new DataView(new ArrayBuffer(8));
    for (const [ieee, wanted] of NUMBERS) {
      bits.setBigUint64(0, BigInt(`0x${ieee}`));
      assert.equal(canonicalJson(bits.getFloat64(0)), wanted, ieee);
    }
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
    hole: Array(1),
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
