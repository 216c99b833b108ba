import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Field, RequestType } from '../../src/contract/index.js';
import { takenOver } from '../../src/state/earlier.js';
import { isUnchanged } from '../../src/state/origins.js';

const context = { now: new Date('2026-11-23T12:00:00Z'), timeZone: 'Europe/Amsterdam' };

const typeOf = (fields: Field[]): RequestType => ({
  id: 'one',
  label: 'One',
  sections: [{ id: 'all', fields }],
  checklist: [],
  terms: [],
});

const taken = (fields: Field[], answers: Record<string, unknown>) =>
  Object.fromEntries(takenOver(typeOf(fields), { answers }, context));

const rooms: Field = {
  id: 'rooms',
  type: 'repeat',
  label: 'Rooms',
  maxRows: 2,
  fields: [
    { id: 'area', type: 'number', label: 'Area', required: true, min: 1 },
    { id: 'since', type: 'date', label: 'Since', required: true },
  ],
};

describe('what is taken over from an earlier request', () => {
  it('is every answer that still fits its field, and no other', () => {
    const fields: Field[] = [
      { id: 'what', type: 'text', label: 'What', maxLength: 5 },
      { id: 'kind', type: 'select', label: 'Kind', options: [{ id: 'new', label: 'New' }] },
      { id: 'units', type: 'number', label: 'Units', max: 4 },
    ];
    assert.deepEqual(taken(fields, { what: 'Aircon', kind: 'old', units: 4, gone: 'x' }), { units: 4 });
    assert.deepEqual(taken(fields, { what: 'Pump', kind: 'new' }), { what: 'Pump', kind: 'new' });
  });

  it('holds nothing that was about that one time', () => {
    const fields: Field[] = [
      { id: 'day', type: 'date', label: 'Day' },
      { id: 'visit', type: 'appointment', label: 'Visit' },
      { id: 'photos', type: 'file', label: 'Photos' },
      { id: 'sign', type: 'signature', label: 'Signature' },
    ];
    const visit = [{ date: '2027-01-04', part: 'morning' }];
    const photos = [{ id: 'a', name: 'a.png', size: 1, type: 'image/png' }];
    assert.deepEqual(taken(fields, { day: '2027-01-04', visit, photos, sign: { typedName: 'Ann' } }), {});
  });

  it('makes no promise for the customer, and leaves what is read only to the office', () => {
    const fields: Field[] = [
      { id: 'true', type: 'checkbox', label: 'All of this is true', required: true },
      { id: 'wet', type: 'checkbox', label: 'Wet' },
      { id: 'contract', type: 'text', label: 'Contract', readOnly: true },
    ];
    assert.deepEqual(taken(fields, { true: true, wet: true, contract: 'C-1' }), { wet: true });
  });

  it('keeps of each row what fits, and no more rows than there may be', () => {
    const answer = [{ area: 3, since: '2020-01-01' }, { area: 0 }, { area: 5 }, { area: 6 }];
    assert.deepEqual(taken([rooms], { rooms: answer }), { rooms: [{ area: 3 }] });
    assert.deepEqual(taken([{ ...rooms, maxRows: 3 }], { rooms: answer }), { rooms: [{ area: 3 }, { area: 5 }] });
    assert.deepEqual(taken([rooms], { rooms: 'three' }), {});
  });
});

describe('whether an answer still says what it said', () => {
  const units: Field = { id: 'units', type: 'number', label: 'Units' };
  const place: Field = { id: 'place', type: 'address', label: 'Place' };

  it('looks at what would be sent, not at how it is written', () => {
    assert.equal(isUnchanged(units, { answer: 2.5 }, ' 2,5 '), true);
    assert.equal(isUnchanged(units, { answer: 2.5 }, '2,6'), false);
    assert.equal(isUnchanged(units, { answer: 2.5 }, ''), false);
    const answer = { postcode: '9712AB', houseNumber: '12', country: 'NL' };
    assert.equal(isUnchanged(place, { answer }, { houseNumber: '12', country: 'nl', postcode: '9712 ab' }), true);
  });

  it('knows rows by what they say', () => {
    const answer = [{ area: 3 }];
    assert.equal(isUnchanged(rooms, { answer }, [{ $key: 'r1', area: '3' }, { $key: 'r2' }]), true);
    assert.equal(
      isUnchanged(rooms, { answer }, [
        { $key: 'r2', area: 3 },
        { $key: 'r1', area: 4 },
      ]),
      false,
    );
    assert.equal(isUnchanged(rooms, { answer }, []), false);
  });

  it('survives what JSON cannot hold', () => {
    assert.equal(isUnchanged({ id: 'what', type: 'text', label: 'What' }, { answer: '\ud83d' }, 1n), false);
  });
});
