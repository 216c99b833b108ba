import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintConfig, parseConfig } from 'portal-request-form/rules';
import { portal } from './arbitraries.js';

const text = (id: string, more: object = {}) => ({ id, type: 'text', label: id, ...more });
const pick = { id: 'kind', type: 'select', label: 'kind', options: [{ id: 'a', label: 'a' }] };
const item = (id: string, more: object = {}) => ({ id, kind: 'yes-no', label: id, required: true, ...more });
const SECTIONS = '/requestTypes/0/sections';

const typeOf = (fields: readonly unknown[], more: object = {}) => {
  const base = portal(fields);
  return { ...base, requestTypes: base.requestTypes.map((type) => ({ ...type, ...more })) };
};

const findings = (json: unknown): string[] => {
  const { config, issues } = parseConfig(json);
  return (config ? lintConfig(config) : issues).map(({ severity, pointer, code }) => `${severity} ${pointer} ${code}`);
};

describe('a doubtful configuration', () => {
  it('has a required field that no answer ever shows', () => {
    const never = { and: [{ '==': [{ var: 'kind' }, 'a'] }, { '!': { var: 'kind' } }] };
    const fields = [pick, text('x', { required: true, visibleWhen: never })];
    assert.deepEqual(findings(typeOf(fields)), [`warning ${SECTIONS}/0/fields/1/visibleWhen required-never-shown`]);
  });

  it('is not blamed for what free text could make true', () => {
    const fields = [text('a'), text('x', { required: true, visibleWhen: { '==': [{ var: 'a' }, 'never'] } })];
    assert.deepEqual(findings(typeOf(fields)), []);
  });

  it('has a step on which nothing is ever shown', () => {
    const checklist = [item('i', { visibleWhen: false })];
    assert.deepEqual(findings(typeOf([text('a')], { checklist })), [
      'warning /requestTypes/0/checklist step-unreachable',
      'warning /requestTypes/0/checklist/0/visibleWhen required-never-shown',
    ]);
  });

  it('compares with an option that cannot be chosen', () => {
    const fields = [pick, text('x', { visibleWhen: { in: [{ var: 'kind' }, ['a', 'b']] } })];
    assert.deepEqual(findings(typeOf(fields)), [`warning ${SECTIONS}/0/fields/1/visibleWhen/in rule-option`]);
  });

  it('asks for a note on an answer that the item does not have', () => {
    const checklist = [item('i', { noteWhen: ['na'] })];
    assert.deepEqual(findings(typeOf([text('a')], { checklist })), [
      'warning /requestTypes/0/checklist/0/noteWhen answer-never',
    ]);
  });

  it('lacks a text in one of its languages', () => {
    const json = typeOf([text('a', { label: { en: 'A' } }), text('b', { label: 'B' })]);
    const both = { ...json, portal: { ...json.portal, locales: ['en', 'nl'] } };
    assert.deepEqual(findings(both), [`warning ${SECTIONS}/0/fields/0/label missing-translation`]);
  });

  it('has labels that differ only in case', () => {
    const fields = [text('a', { label: 'Phone number' }), text('b', { label: 'phone  Number' })];
    assert.deepEqual(findings(typeOf(fields)), [`warning ${SECTIONS}/0/fields/1/label labels-alike`]);
  });

  it('has more than forty fields on a step', () => {
    const fields = Array.from({ length: 41 }, (_, index) => text(`f${String(index)}`));
    assert.deepEqual(findings(typeOf(fields)), [`warning ${SECTIONS} many-fields`]);
  });

  it('asks guests for what they cannot look up, and to accept what cannot be read', () => {
    const fields = [{ id: 'a', type: 'lookup', label: 'a', source: 'assets', required: true }];
    const terms = [{ id: 't', version: ' ', label: 't', required: true }];
    assert.deepEqual(findings(typeOf(fields, { terms })), [
      `warning ${SECTIONS}/0/fields/0/required guest-lookup`,
      'warning /requestTypes/0/terms/0 term-empty',
      'warning /requestTypes/0/terms/0/version term-version',
    ]);
  });
});

describe('rows', () => {
  const rooms = (fields: readonly unknown[], more: object = {}) => ({
    id: 'r',
    type: 'repeat',
    label: 'R',
    fields,
    ...more,
  });

  it('are refused without fields, with bounds that exclude each other, and with an id used twice', () => {
    const fields = [text('a'), rooms([], { minRows: 3, maxRows: 2 }), { ...rooms([text('a')]), id: 's' }];
    assert.deepEqual(findings(typeOf(fields)), [
      `error ${SECTIONS}/0/fields/2/fields/0/id duplicate-id`,
      `error ${SECTIONS}/0/fields/1/fields no-fields`,
      `error ${SECTIONS}/0/fields/1/minRows bounds`,
    ]);
  });

  it('know their own fields and those around them, which do not know them', () => {
    const inner = [text('x'), text('y', { visibleWhen: { and: [{ var: 'x' }, { var: 'a' }] } })];
    const outside = text('b', { visibleWhen: { var: 'x' } });
    assert.deepEqual(findings(typeOf([text('a'), rooms(inner), outside])), [
      `error ${SECTIONS}/0/fields/2/visibleWhen/var rule-variable`,
    ]);
  });

  it('are refused when their rules go round in a circle', () => {
    const inner = [text('x', { visibleWhen: { var: 'y' } }), text('y', { visibleWhen: { var: 'x' } })];
    assert.deepEqual(findings(typeOf([rooms(inner)])), [
      `error ${SECTIONS}/0/fields/0/fields/0/visibleWhen rule-cycle`,
      `error ${SECTIONS}/0/fields/0/fields/1/visibleWhen rule-cycle`,
    ]);
  });
});
