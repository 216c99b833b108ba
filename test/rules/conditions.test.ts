import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import type { Rule } from 'portal-request-form/contract';
import { evaluate, isTruthy, variables } from 'portal-request-form/rules';

const NAMES = ['a', 'b', 'c', 'never'];
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, 0, 1, 2, -1, '', '0', '1', 'a', 'abc', ' '),
  fc.integer({ min: -3, max: 3 }),
  fc.string({ maxLength: 3 }),
);
const answer = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
/** An answer that is null was not given: the widget and the server leave it out. */
const given = answer.filter((one) => one !== null);
const answers = fc.record({ a: given, b: given, c: given }, { requiredKeys: [] });

const { rule } = fc.letrec<{ rule: Rule }>((tie) => {
  const part = tie('rule');
  const operator = (name: string, minLength: number, maxLength: number) =>
    fc.array(part, { minLength, maxLength }).map((parts): Rule => ({ [name]: parts }));
  const name = fc.constantFrom(...NAMES);
  return {
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      answer as fc.Arbitrary<Rule>,
      name.map((one): Rule => ({ var: one })),
      fc.tuple(name, answer).map(([one, otherwise]): Rule => ({ var: [one, otherwise as Rule] })),
      fc.array(name, { maxLength: 3 }).map((names): Rule => ({ missing: names })),
      ...['==', '!=', '===', '!==', 'in', '>', '>='].map((one) => operator(one, 2, 2)),
      ...['<', '<='].map((one) => operator(one, 2, 3)),
      ...['!', '!!'].map((one) => operator(one, 1, 1)),
      ...['and', 'or', 'if'].map((one) => operator(one, 0, 5)),
    ),
  };
});

const lookupIn = (given: Record<string, unknown>) => (name: string) =>
  Object.hasOwn(given, name) ? given[name] : null;

describe('conditions', () => {
  it('give what JsonLogic gives', () => {
    fc.assert(
      fc.property(rule, answers, (one, all) => {
        assert.deepEqual(evaluate(one, lookupIn(all)), jsonLogic.apply(one as RulesLogic, all));
      }),
      { numRuns: 10_000 },
    );
  });

  it('agree with JsonLogic on what is true', () => {
    fc.assert(fc.property(answer, (value) => isTruthy(value) === jsonLogic.truthy(value)));
  });

  it('name the variables they read', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const read = new Set<string>();
        evaluate(one, (name) => void read.add(name));
        assert.deepEqual(
          [...read].filter((name) => !variables(one).includes(name)),
          [],
        );
      }),
    );
  });

  it('never throw on any answers', () => {
    fc.assert(
      fc.property(
        rule,
        fc.json().map((json): unknown => JSON.parse(json)),
        (one, value) => void evaluate(one, () => value),
      ),
    );
  });

  it('read a list nested 100,000 deep without overflowing the stack', () => {
    let nested: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    assert.equal(
      evaluate({ '==': [{ var: 'a' }, 'x'] }, () => nested),
      false,
    );
  });

  it('name the variables of a rule nested 100,000 deep', () => {
    let nested: Rule = { var: 'a' };
    for (let depth = 0; depth < 100_000; depth += 1) nested = { '!': nested };
    assert.deepEqual(variables(nested), ['a']);
  });

  it('have no variable from the prototype', () => {
    assert.equal(
      evaluate({ toString: ['a'] }, () => 1),
      null,
    );
    assert.equal(
      evaluate({ var: '' }, () => 1),
      null,
    );
  });
});
