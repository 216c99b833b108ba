import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Rule } from 'portal-request-form/contract';
import { lintConfig, lintJson, parseConfig } from 'portal-request-form/rules';
import { anyJson, portal } from './arbitraries.js';

const field = (id: string, more: object = {}) => ({ id, type: 'text', label: id, ...more });
const codes = (json: unknown): string[] => parseConfig(json).issues.map(({ pointer, code }) => `${pointer} ${code}`);

/** What `lintJson` says is wrong; the same as `parseConfig`. */
const errorsIn = (json: unknown) => lintJson(json).filter(({ severity }) => severity === 'error');

describe('a configuration', () => {
  it('is read without throwing, whatever it is', () => {
    const parts = fc.record({
      version: anyJson,
      portal: anyJson,
      access: anyJson,
      requestTypes: fc.oneof(anyJson, fc.array(anyJson)),
    });
    fc.assert(
      fc.property(fc.oneof(anyJson, parts), (json) => {
        const { config, issues } = parseConfig(json);
        assert.equal(config === undefined, issues.length > 0);
        assert.deepEqual(errorsIn(json), issues);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read without throwing, whatever its rules and settings are', () => {
    const names = fc.constantFrom(
      'minLength',
      'pattern',
      'visibleWhen',
      'requiredWhen',
      'initial',
      'help',
      'options',
      'min',
      'type',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(names, anyJson), (settings) => {
        const json = portal([{ ...field('a'), ...settings }]);
        assert.deepEqual(errorsIn(json), parseConfig(json).issues);
      }),
      { numRuns: 2_000 },
    );
  });

  for (const [name, open, close] of [
    ['operators', '{"!":', '}'],
    ['lists', '[', ']'],
    ['both', '{"and":[', ']}'],
  ] as const) {
    it(`with a rule of ${name} nested 100,000 deep is refused without a stack overflow`, () => {
      const rule = JSON.parse(open.repeat(100_000) + 'true' + close.repeat(100_000)) as Rule;
      const fields = [field('a', { visibleWhen: rule })];
      assert.deepEqual(codes(portal(fields)), ['/requestTypes/0/sections/0/fields/0/visibleWhen rule-depth']);
      assert.deepEqual(
        lintJson(portal(fields)).map(({ code }) => code),
        ['rule-depth'],
      );
    });
  }

  it('with a text or an initial answer nested 100,000 deep does not overflow the stack', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const json = portal([field('a', { initial: deep, unknown: deep })]);
    assert.deepEqual(codes(json), []);
    assert.deepEqual(
      lintJson(json).map(({ code }) => code),
      ['initial', 'unknown-key'],
    );
    assert.deepEqual(codes(portal([field('a', { label: deep })])), ['/requestTypes/0/sections/0/fields/0/label type']);
  });

  it('with more than it may hold is refused, with the limit', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => field(`f${index}`));
    const limit = (max: number, name: string) => [{ code: 'limit', params: { limit: name, max } }];
    const found = (json: unknown) => parseConfig(json).issues.map(({ code, params }) => ({ code, params }));
    assert.deepEqual(found(portal(many(2_000))), []);
    assert.deepEqual(found(portal(many(2_001))), limit(2_000, 'fields'));
    const options = (count: number) => portal([{ ...field('s'), type: 'select', options: many(count) }]);
    assert.deepEqual(found(options(5_000)), []);
    assert.deepEqual(found(options(5_001)), limit(5_000, 'options'));
    const type = portal([]).requestTypes[0];
    const types = (count: number) => ({ ...portal([]), requestTypes: many(count).map(({ id }) => ({ ...type, id })) });
    assert.deepEqual(found(types(200)), []);
    assert.deepEqual(found(types(201)), limit(200, 'requestTypes'));
  });

  it('with a circle of 2,000 fields is refused at each of them', () => {
    const fields = Array.from({ length: 2_000 }, (_, index) =>
      field(`f${index}`, { visibleWhen: { var: `f${(index + 1) % 2_000}` } }),
    );
    const { issues } = parseConfig(portal(fields));
    assert.equal(issues.length, 2_000);
    assert.ok(issues.every(({ code }) => code === 'rule-cycle'));
  });

  it('that was read is its own copy, with unknown properties left out', () => {
    const json = { ...portal([field('a', { colour: 'red' })]), extra: 1 };
    const { config } = parseConfig(json);
    assert.deepEqual(config, portal([field('a')]));
  });

  it('that is right has nothing to lint', () => {
    const { config } = parseConfig(portal([field('a')]));
    assert.ok(config);
    assert.deepEqual(lintConfig(config), []);
  });
});
