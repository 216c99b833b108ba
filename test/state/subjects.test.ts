import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Field, PortalConfig } from '../../src/contract/index.js';
import { deriveView } from '../../src/state/request-view.js';
import { subjectsOf } from '../../src/state/subjects.js';
import { portal, underWay } from './fixtures.js';

const asset: Field = { id: 'asset', type: 'lookup', label: 'Device', source: 'assets' };
const contact: Field = { id: 'contact', type: 'lookup', label: 'Contact', source: 'contacts' };
const place: Field = { id: 'place', type: 'address', label: 'Place' };

const subjects = (fields: Field[], answers: Record<string, unknown>): readonly string[] => {
  const config: PortalConfig = {
    ...portal,
    requestTypes: [{ id: 'fault', label: 'Fault', sections: [{ id: 'all', fields }], checklist: [], terms: [] }],
  };
  const state = { ...underWay, config, answers: new Map(Object.entries(answers)) };
  return subjectsOf(deriveView(state, new Date('2026-11-23T12:00:00Z')));
};

describe('what a request is about', () => {
  it('is what was chosen to be worked at, not whom to phone', () => {
    const answers = { asset: { id: 'dv-001', label: 'Boiler' }, contact: { id: 'p-1', label: 'Ann' } };
    assert.deepEqual(subjects([asset, contact], answers), ['dv-001']);
  });

  it('is an address that names a door, in one way of writing', () => {
    const address = { postcode: '9712 ab', houseNumber: '12', addition: 'a', street: 'X', city: 'Y', country: 'NL' };
    assert.deepEqual(subjects([place], { place: address }), ['9712AB-12-A']);
    assert.deepEqual(subjects([place], { place: { ...address, houseNumber: '' } }), []);
  });

  it('can stand in rows, counts once, and is nothing while it is hidden', () => {
    const devices: Field = { id: 'devices', type: 'repeat', label: 'Devices', fields: [asset] };
    const row = { asset: { id: 'dv-001', label: 'Boiler' } };
    assert.deepEqual(subjects([devices], { devices: [row, row] }), ['dv-001']);
    const hidden: Field = { ...devices, visibleWhen: { '==': [1, 2] } };
    assert.deepEqual(subjects([hidden], { devices: [row] }), []);
  });
});
