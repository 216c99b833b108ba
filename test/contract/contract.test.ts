import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';

// A strict content security policy reports every call of Function; zod makes one where it is not the mini variant.
const compile = mock.method(globalThis, 'Function');
const contract = await import('portal-request-form/contract');
const { FIELD_TYPES, checklistItemSchema, fieldSchema, idSchema, problemType, routes, submissionSchema, textSchema } =
  contract;

const minimal: Record<string, unknown> = { id: 'f', label: 'F', options: [], text: 'T', source: 'assets', fields: [] };
const submission = { requestType: 'a', configVersion: '1', locale: 'nl', answers: {}, checklist: {}, terms: {} };

describe('the contract', () => {
  for (const type of FIELD_TYPES) {
    it(`knows the field type ${type}`, () => {
      const parsed = fieldSchema.safeParse({ ...minimal, type });
      assert.equal(parsed.data?.type, type);
    });
  }

  it('refuses a field type that it does not know, by its code', () => {
    const { error } = fieldSchema.safeParse({ ...minimal, type: 'hologram' });
    assert.deepEqual(
      error?.issues.map(({ message }) => message),
      ['field-type'],
    );
  });

  it('takes a text as one string or as one for each language', () => {
    for (const text of ['Hallo', { nl: 'Hallo', en: 'Hello' }, '']) assert.ok(textSchema.safeParse(text).success);
    for (const text of [null, 1, ['Hallo'], { nl: 1 }]) assert.ok(!textSchema.safeParse(text).success);
  });

  it('takes ids that are safe in a pointer and in a DOM id', () => {
    for (const id of ['a', 'A-1_b', '0', 'a'.repeat(100)]) assert.ok(idSchema.safeParse(id).success);
    for (const id of ['', '__proto__', 'a.b', 'a/b', 'a b', '-a', 'é', 'a\n', 'a'.repeat(101)]) {
      assert.ok(!idSchema.safeParse(id).success, id);
    }
  });

  it('refuses what a submission does not have, at every level', () => {
    assert.ok(submissionSchema.safeParse(submission).success);
    const attachment = { id: 'p', name: 'a', type: '', size: 1 };
    const wrong = [
      { ...submission, status: 'accepted' },
      { ...submission, guest: { name: 'A', email: 'a@example.com', role: 'admin' } },
      { ...submission, terms: { general: { version: '1', accepted: true, at: 'now' } } },
      { ...submission, checklist: { power: { answer: 'yes', by: 'me' } } },
      { ...submission, checklist: { power: { answer: 'yes', photos: [{ ...attachment, path: '/' }] } } },
    ];
    for (const one of wrong) assert.ok(!submissionSchema.safeParse(one).success);
  });

  it('knows every answer that an item of the checklist can ask a note for', () => {
    const item = { id: 'i', label: 'I', required: true, kind: 'yes-no-na', noteWhen: ['yes', 'no', 'na'] };
    assert.deepEqual(checklistItemSchema.parse(item), item);
    assert.ok(!checklistItemSchema.safeParse({ ...item, noteWhen: ['maybe'] }).success);
  });

  it('has one row for each call', () => {
    const calls = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
    assert.equal(new Set(calls).size, calls.length);
    assert.ok(Object.values(routes).every(({ problems }) => problems.every((status) => status >= 400)));
  });

  it('names problems in one way', () => {
    assert.equal(problemType('not-found'), 'urn:portal-request:problem:not-found');
  });

  it('checks without compiling code', () => {
    assert.ok(submissionSchema.safeParse(submission).success);
    assert.equal(compile.mock.callCount(), 0);
  });
});
