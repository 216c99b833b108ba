import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reduce } from '../../src/state/reduce.js';
import { deriveView } from '../../src/state/request-view.js';
import { toSubmission } from '../../src/state/submission.js';
import type { RequestState } from '../../src/state/request-state.js';
import { portal, underWay } from './fixtures.js';

const now = new Date('2026-03-01T12:00:00Z');
const view = (state: RequestState) => deriveView(state, now);
const pointers = (state: RequestState) => [...view(state).shown.keys()];

describe('deriveView', () => {
  it('knows every issue but shows none before anything was left or refused', () => {
    const codes = view(underWay).issues.map((issue) => issue.pointer);
    assert.deepEqual(codes, ['/answers/what', '/checklist/power/answer', '/terms/general']);
    assert.deepEqual(pointers(underWay), []);
  });

  it('shows the issue of a control that was left, and takes it away once it is mended', () => {
    const left = reduce(underWay, { type: 'left', pointer: '/answers/what' });
    assert.deepEqual(pointers(left), ['/answers/what']);
    assert.deepEqual(pointers(reduce(left, { type: 'answered', field: 'what', answer: 'Boiler' })), []);
  });

  it('shows all issues of a step that was refused, and only of that step', () => {
    assert.deepEqual(pointers(reduce(underWay, { type: 'refused', step: 'checklist' })), ['/checklist/power/answer']);
  });

  it('shows the issues of every step once sending was refused', () => {
    const shown = pointers(reduce(underWay, { type: 'refused', step: 'submit' }));
    assert.deepEqual(shown, ['/answers/what', '/checklist/power/answer', '/terms/general']);
  });

  it('counts what the checklist asks for, and what is still open', () => {
    assert.deepEqual(view(underWay).checklist, { count: 1, open: ['power'] });
    const noted = reduce(underWay, { type: 'checked', item: 'power', entry: { answer: 'no' } });
    assert.deepEqual(view(noted).checklist?.open, ['power']);
    const done = reduce(noted, { type: 'checked', item: 'power', entry: { note: 'Out' } });
    assert.deepEqual(view(done).checklist?.open, []);
  });

  it('shows what the server said until the answer is changed', () => {
    const state = reduce(underWay, {
      type: 'rejected',
      issues: [{ pointer: '/answers/photos/0', code: 'attachment' }],
    });
    assert.ok(pointers(state).includes('/answers/photos'));
  });

  it('asks a guest for name and e-mail address', () => {
    const found = view({ ...underWay, customer: undefined, guest: true }).issues.map((issue) => issue.pointer);
    assert.ok(found.includes('/guest/name') && found.includes('/guest/email'));
  });

  it('counts a file as lost that did not arrive, or was refused when nobody looked', () => {
    const upload = { id: 'u', pointer: '/answers/photos', name: 'a', size: 1, sent: 0 };
    const isLost = (change: object, step: RequestState['step'] = 'submit') =>
      view({ ...underWay, step, uploads: [{ ...upload, ...change }] }).issues.some(
        ({ pointer, code }) => pointer === '/answers/photos' && code === 'upload-failed',
      );
    assert.equal(isLost({}), false);
    assert.equal(isLost({ failure: 'timeout' }), true);
    assert.equal(isLost({ failure: 'file-type' }), false);
    assert.equal(isLost({ failure: 'file-type', isLate: true }), true);
    assert.equal(isLost({ failure: 'timeout', pointer: '/answers/why' }), false);
  });

  it('does not ask for a file that is on its way, but for one that is not taken', () => {
    const upload = { id: 'u', pointer: '/answers/what/attachment', name: 'a', size: 1, sent: 0 };
    const isAsked = (uploads: RequestState['uploads']) =>
      view({ ...underWay, uploads }).issues.some(
        ({ pointer, code }) => pointer === '/answers/what' && code === 'required',
      );
    assert.equal(isAsked([upload]), false);
    assert.equal(isAsked([{ ...upload, failure: 'timeout' }]), false);
    assert.equal(isAsked([{ ...upload, failure: 'file-size' }]), true);
  });
});

describe('toSubmission', () => {
  const submissionOf = (state: RequestState) => {
    const { type, visible } = view(state);
    assert.ok(type);
    return toSubmission(state, type, visible, 'nl');
  };

  it('sends what is visible and answered, and keeps a hidden answer for when it is shown again', () => {
    const answers = new Map<string, unknown>([
      ['what', 'Boiler'],
      ['why', 'Because'],
      ['photos', []],
    ]);
    assert.deepEqual(submissionOf({ ...underWay, answers }).answers, { what: 'Boiler' });
    const shown = new Map([...answers, ['what', 'Other']]);
    assert.deepEqual(submissionOf({ ...underWay, answers: shown }).answers, { what: 'Other', why: 'Because' });
  });

  it('sends a note only with an answer that asks for it', () => {
    const yes = new Map([['power', { answer: 'yes', note: 'typed before' }]] as const);
    assert.deepEqual(submissionOf({ ...underWay, checklist: yes }).checklist, { power: { answer: 'yes' } });
    const no = new Map([['power', { answer: 'no', note: 'fuse' }]] as const);
    assert.deepEqual(submissionOf({ ...underWay, checklist: no }).checklist, { power: { answer: 'no', note: 'fuse' } });
  });

  it('sends the version of the terms that was accepted', () => {
    assert.deepEqual(submissionOf(underWay).terms, { general: { version: '2', accepted: false } });
    const terms = new Map([['general', '1']]);
    assert.deepEqual(submissionOf({ ...underWay, terms }).terms, { general: { version: '1', accepted: true } });
  });

  it('names the configuration it was made from, and no guest for a customer', () => {
    const submission = submissionOf(underWay);
    assert.equal(submission.configVersion, portal.version);
    assert.equal(submission.guest, undefined);
  });
});
