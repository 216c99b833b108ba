import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { PortalConfig } from 'portal-request-form/contract';
import { parseConfig, validateRequest } from 'portal-request-form/rules';

const text = (id: string, more: object = {}) => ({ id, type: 'text', label: id, ...more });
const portal = (fields: readonly object[], type: object = {}) => ({
  version: '1',
  portal: { name: 'Portal', locale: 'en', locales: ['en'], timeZone: 'Europe/Amsterdam' },
  access: { signIn: [], guests: true },
  requestTypes: [{ id: 'one', label: 'One', sections: [{ id: 'all', fields }], checklist: [], terms: [], ...type }],
});
const codes = (json: unknown) => parseConfig(json).issues.map(({ code }) => code);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const accepted = (json: unknown): PortalConfig => {
  const { config, issues } = parseConfig(json);
  assert.deepEqual(issues, []);
  assert.ok(config);
  return config;
};

it('4 ids that every object has are ids like others', () => {
  const ids = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const config = accepted(portal(ids.map((id) => text(id, { required: true }))));
  const submission = {
    requestType: 'one',
    configVersion: '1',
    locale: 'en',
    answers: {},
    checklist: {},
    terms: {},
    guest: { name: 'Ann', email: 'ann@example.com' },
  };
  const issues = validateRequest(config, 'one', submission, { now: new Date(0), timeZone: 'Europe/Amsterdam' });
  assert.deepEqual(
    issues.map(({ pointer, code }) => `${pointer} ${code}`),
    ids.map((id) => `/answers/${id} required`),
  );
});

it('4 an id of 10,000 characters is refused', () => {
  assert.ok(codes(portal([text('x'.repeat(10_000))])).length > 0);
});

it('5 markup in a text is kept as it is, for it is never more than text', () => {
  const markup = '<script>alert(1)</script>&amp;${1 + 1}';
  const config = accepted(portal([text('a', { label: markup, help: markup })]));
  const [field] = config.requestTypes[0]?.sections[0]?.fields ?? [];
  assert.equal(field?.label, markup);
});

it('9 10,000 fields are refused with the limit, 2,000 fields and 5,000 options are not', () => {
  assert.deepEqual(codes(portal(many(10_000, (index) => text(`f${index}`)))), ['limit']);
  const options = many(5_000, (index) => ({ id: `o${index}`, label: `Option ${index}` }));
  accepted(
    portal(many(1_999, (index) => text(`f${index}`)).concat({ ...text('s'), type: 'select', options } as never)),
  );
});

it('9 a megabyte of terms is taken', () => {
  const terms = [{ id: 'general', version: '1', label: 'Terms', required: true, text: 'word '.repeat(200_000) }];
  accepted(portal([text('a')], { terms }));
});

it('10 texts of any script, with invisible characters and emoji, are taken as they are', () => {
  for (const label of ['שלום', '\u202eevil\u202c', 'a\u200bb', '👩‍👩‍👧', 'x'.repeat(500)])
    assert.equal(accepted(portal([text('a', { label })])).requestTypes[0]?.sections[0]?.fields[0]?.label, label);
});

it('12 a portal without request types, or types without fields, checklist and terms, is a portal', () => {
  accepted({ ...portal([]), requestTypes: [] });
  accepted(portal([]));
  accepted(portal([], { sections: [] }));
});
