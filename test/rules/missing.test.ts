import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChecklistAnswer, RequestType } from 'portal-request-form/contract';
import { openItems, visibility } from 'portal-request-form/rules';

const type: RequestType = {
  id: 'test',
  label: 'T',
  sections: [],
  terms: [],
  checklist: [
    { id: 'gas', label: 'G', kind: 'yes-no', required: true, stopWhen: 'yes' },
    { id: 'power', label: 'P', kind: 'yes-no', required: true, noteWhen: ['no'] },
    { id: 'fuse', label: 'F', kind: 'done', required: true, visibleWhen: { '==': [{ var: 'checklist.power' }, 'no'] } },
    { id: 'pets', label: 'A', kind: 'done', required: false },
  ],
};

const open = (given: Record<string, Partial<ChecklistAnswer>>): string[] => {
  const checklist = new Map(Object.entries(given));
  return openItems(type, visibility(type, new Map(), checklist as Map<string, ChecklistAnswer>), checklist);
};

describe('open items', () => {
  it('are the visible required ones without an answer', () => {
    assert.deepEqual(open({}), ['gas', 'power']);
    assert.deepEqual(open({ power: { answer: 'yes' } }), ['gas']);
  });

  it('are open until their note is given', () => {
    assert.deepEqual(open({ gas: { answer: 'no' }, power: { answer: 'no', note: ' ' } }), ['power', 'fuse']);
    assert.deepEqual(open({ gas: { answer: 'no' }, power: { answer: 'no', note: 'fuse' } }), ['fuse']);
  });

  it('are open while only a note was written', () => {
    assert.deepEqual(open({ gas: { answer: 'no' }, power: { note: 'x' } }), ['power']);
  });

  it('are not those that were answered with a stop', () => {
    assert.deepEqual(open({ gas: { answer: 'yes' }, power: { answer: 'yes' } }), []);
  });
});
