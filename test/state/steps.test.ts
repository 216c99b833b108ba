import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstStep, listSteps } from '../../src/state/steps.js';
import { nothingVisible } from '../../src/state/view.js';
import { underWay } from './fixtures.js';

const visible = { fields: new Set(['what']), items: new Set(['power']) };

describe('listSteps', () => {
  it('shows every step of a request that has everything', () => {
    assert.deepEqual(listSteps(underWay, visible), [
      'sign-in',
      'start',
      'details',
      'checklist',
      'submit',
      'confirmation',
    ]);
  });

  it('leaves out the checklist and the details of a type that has none', () => {
    const steps = listSteps({ ...underWay, requestType: 'simple' }, nothingVisible);
    assert.deepEqual(steps, ['sign-in', 'start', 'submit', 'confirmation']);
  });

  it('leaves out the sign-in when the host page signed the customer in', () => {
    assert.ok(!listSteps({ ...underWay, signedInByHost: true }, visible).includes('sign-in'));
  });

  it('leaves out the start when the host page asks for a type', () => {
    assert.ok(!listSteps({ ...underWay, deepLink: 'fault' }, visible).includes('start'));
  });
});

describe('firstStep', () => {
  it('is the sign-in for who is unknown, and the start for a customer or a guest', () => {
    assert.equal(firstStep({ ...underWay, customer: undefined }), 'sign-in');
    assert.equal(firstStep({ ...underWay, customer: undefined, guest: true }), 'start');
    assert.equal(firstStep(underWay), 'start');
  });
});
