import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { submissionSchema, type RequestType } from 'portal-request-form/contract';
import {
  normaliseAnswer,
  normaliseSubmission,
  parseConfig,
  validateAnswer,
  validateRequest,
  visibility,
} from 'portal-request-form/rules';
import { anyJson, completes, pairs, portal, toSubmission } from './arbitraries.js';

const context = { now: new Date('2026-11-23T12:00:00Z'), timeZone: 'Europe/Amsterdam' };
const seed = readFileSync(new URL('../../demo/seed/installer.config.json', import.meta.url), 'utf8');
const { config: installer } = parseConfig(JSON.parse(seed));
assert.ok(installer);

/** A submission with any part replaced by any JSON. */
const broken = fc.record(
  {
    requestType: fc.oneof(fc.constant('fault'), anyJson),
    configVersion: fc.oneof(fc.constant('1'), anyJson),
    locale: anyJson,
    answers: fc.oneof(
      anyJson,
      fc.dictionary(
        fc.constantFrom('installation', 'impact', 'photos', 'preferred-date', 'phone', 'toString'),
        anyJson,
      ),
    ),
    checklist: fc.oneof(anyJson, fc.dictionary(fc.constantFrom('power', 'access', 'constructor'), anyJson)),
    terms: fc.oneof(anyJson, fc.dictionary(fc.constantFrom('general', 'x'), anyJson)),
    guest: anyJson,
  },
  { requiredKeys: [] },
);

describe('a request', () => {
  it('is checked without throwing, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, broken), (sent) => {
        const issues = validateRequest(installer, 'fault', sent, context);
        assert.ok(issues.length > 0);
        assert.ok(
          issues.every(({ pointer, code }) => (pointer === '' || pointer.startsWith('/')) && /^[a-z-]+$/.test(code)),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('of an unknown type is refused without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '__proto__', 'constructor', 'faults'), broken, (type, sent) => {
        const issues = validateRequest(installer, type, sent, context);
        assert.ok(issues.some(({ code }) => code === 'unknown-request-type'));
      }),
    );
  });

  it('that is complete is accepted, as typed and in its canonical form', () => {
    fc.assert(
      fc.property(completes, ({ config, answers }) => {
        const submission = submissionSchema.parse(toSubmission(answers));
        assert.deepEqual(validateRequest(config, 'test', submission, context), []);
        assert.deepEqual(validateRequest(config, 'test', normaliseSubmission(config, submission), context), []);
      }),
      { numRuns: 1_000 },
    );
  });

  it('without one of its answers is refused there', () => {
    fc.assert(
      fc.property(completes, fc.nat(), ({ config, answers }, pick) => {
        const ids = Object.keys(answers);
        const left = ids[pick % ids.length] ?? '';
        const { [left]: _left, ...others } = answers;
        const issues = validateRequest(config, 'test', toSubmission(others), context);
        assert.ok(issues.some(({ pointer, code }) => pointer === `/answers/${left}` && code === 'required'));
      }),
    );
  });

  it('has the same issues in its canonical form', () => {
    const typed = fc.oneof(
      anyJson,
      fc.constantFrom(' x ', '9712ab', '050-123 45 67', 'no-heating', ['noise'], '\0', '2026-11-24'),
    );
    const ids = fc.constantFrom(
      'installation',
      'impact',
      'vulnerable',
      'postcode',
      'phone',
      'photos',
      'preferred-date',
      'zz',
    );
    const item = fc.record({
      answer: fc.constantFrom('yes' as const, 'no' as const),
      note: fc.constantFrom('', ' ', 'n', '\0'),
    });
    fc.assert(
      fc.property(
        fc.dictionary(ids, typed),
        fc.dictionary(fc.constantFrom('power', 'pressure', 'zz'), item),
        (answers, checklist) => {
          const sent = { ...toSubmission(answers), requestType: 'fault', checklist };
          const normal = normaliseSubmission(installer, sent);
          assert.deepEqual(
            validateRequest(installer, 'fault', normal, context),
            validateRequest(installer, 'fault', sent, context),
          );
          assert.deepEqual(normaliseSubmission(installer, normal), normal);
        },
      ),
    );
  });

  it('nested 50,000 deep is refused, not a stack overflow', () => {
    const deep: unknown = JSON.parse('{"answers":'.repeat(1) + '['.repeat(50_000) + ']'.repeat(50_000) + '}');
    assert.ok(validateRequest(installer, 'fault', deep, context).length > 0);
    const answer: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    for (const id of ['installation', 'impact', 'photos', 'description']) {
      const issues = validateRequest(
        installer,
        'fault',
        { ...toSubmission({ [id]: answer }), requestType: 'fault' },
        context,
      );
      assert.ok(issues.some(({ pointer }) => pointer.startsWith(`/answers/${id}`)));
    }
  });

  it('with an unknown time zone is a mistake of the caller', () => {
    const { config } = parseConfig(portal([{ id: 'd', type: 'date', label: 'D', min: 'today' }]));
    assert.ok(config);
    const check = () =>
      validateRequest(config, 'test', toSubmission({ d: '2026-11-23' }), { ...context, timeZone: 'Mars/Base' });
    assert.throws(check, RangeError);
  });
});

describe('an answer', () => {
  it('is checked without throwing, whatever it is', () => {
    fc.assert(
      fc.property(pairs, anyJson, fc.boolean(), ({ field }, answer, required) => {
        const { config } = parseConfig(portal([{ id: 'f', ...field }]));
        const one = config?.requestTypes[0]?.sections[0]?.fields[0];
        assert.ok(one);
        assert.ok(Array.isArray(validateAnswer(one, answer, { ...context, required })));
      }),
    );
  });

  it('is normalised once and for all', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('1', ',', '.', ' ', '\u0301', 'e', '\ud800', '\0', '\r', '\n', '-', '(0)', '+', 'A'),
      }),
      anyJson,
    );
    fc.assert(
      fc.property(pairs, texts, ({ field, answer }, other) => {
        const { config } = parseConfig(portal([{ id: 'f', ...field }]));
        const one = config?.requestTypes[0]?.sections[0]?.fields[0];
        assert.ok(one);
        for (const given of [answer, other]) {
          const normal = normaliseAnswer(one, given);
          assert.deepEqual(normaliseAnswer(one, normal), normal);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('visibility', () => {
  const shuffled = (
    { config, fields, answers }: { config: unknown; fields: readonly { id: string }[]; answers: object },
    order: readonly number[],
  ) => {
    const sorted = [...fields].sort((a, b) => (order[fields.indexOf(a)] ?? 0) - (order[fields.indexOf(b)] ?? 0));
    const type = (config as { requestTypes: RequestType[] }).requestTypes[0];
    assert.ok(type);
    const other = { ...type, sections: [{ id: 's', fields: sorted }] } as RequestType;
    return [type, other].map((one) => [...visibility(one, new Map(Object.entries(answers))).fields].sort());
  };

  it('does not depend on the order of the fields', () => {
    fc.assert(
      fc.property(completes, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (complete, order) => {
        const [one, other] = shuffled(complete, order);
        assert.deepEqual(one, other);
      }),
    );
  });

  it('shows exactly what was answered in a complete request', () => {
    fc.assert(
      fc.property(completes, ({ config, answers }) => {
        const type = config.requestTypes[0];
        assert.ok(type);
        assert.deepEqual([...visibility(type, new Map(Object.entries(answers))).fields], Object.keys(answers));
      }),
    );
  });

  it('settles a chain of 2,000 fields, last first, in one pass', () => {
    const fields = Array.from({ length: 2_000 }, (_, index) => ({
      id: `f${index}`,
      type: 'text',
      label: 'L',
      ...(index < 1_999 ? { visibleWhen: { var: `f${index + 1}` } } : {}),
    }));
    const { config } = parseConfig(portal(fields));
    const type = config?.requestTypes[0];
    assert.ok(type);
    const answers = new Map(fields.map(({ id }) => [id, 'x']));
    assert.equal(visibility(type, answers).fields.size, 2_000);
    answers.delete('f1999');
    assert.deepEqual([...visibility(type, answers).fields], ['f1999']);
  });

  it('makes nothing new when there are no rules', () => {
    const { config } = parseConfig(portal([{ id: 'a', type: 'text', label: 'A' }]));
    const type = config?.requestTypes[0];
    assert.ok(type);
    assert.equal(visibility(type, new Map()).fields, visibility(type, new Map([['a', 'x']])).fields);
  });
});
