import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Field, RequestType } from '../../src/contract/index.js';
import { fromAddress } from '../../src/state/page-address.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const fields: Field[] = [
  { id: 'what', type: 'text', label: 'What' },
  { id: 'units', type: 'number', label: 'Units' },
  { id: 'wet', type: 'checkbox', label: 'Wet' },
  { id: 'rooms', type: 'checkboxes', label: 'Rooms', options },
  { id: 'agreed', type: 'checkbox', label: 'I agree', required: true },
  { id: 'contract', type: 'text', label: 'Contract', readOnly: true },
];
const type: RequestType = { id: 'one', label: 'One', sections: [{ id: 'all', fields }], checklist: [], terms: [] };
const read = (query: string) => {
  const { answers, refused } = fromAddress(type, query);
  return { answers: Object.fromEntries(answers), refused };
};

describe('the address of a page', () => {
  it('fills in the fields that its parameters are named after', () => {
    const { answers } = read('?what=caf%C3%A9+noir&units=3&utm_source=mail&__proto__=x');
    assert.deepEqual(answers, { what: 'café noir', units: '3' });
  });

  it('writes ticks as true or 1, and several choices with commas', () => {
    assert.deepEqual(read('?wet=TRUE&rooms=a,c').answers, { wet: true, rooms: ['a', 'c'] });
    assert.deepEqual(read('?wet=0&rooms=').answers, { wet: false, rooms: [] });
    assert.deepEqual(read('?wet=perhaps').answers, { wet: 'perhaps' });
  });

  it('makes no promise, and leaves what is read only alone', () => {
    assert.deepEqual(read('?agreed=1&contract=C-1'), { answers: {}, refused: ['agreed', 'contract'] });
  });
});
