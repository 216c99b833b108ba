import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reduce } from '../../src/state/reduce.js';
import { portal, underWay } from './fixtures.js';

const file = { id: 'a1', name: 'a.png', type: 'image/png', size: 3 };

describe('reduce', () => {
  it('starts a request with the initial answers, and lets prefill win', () => {
    const prefill = new Map<string, unknown>([['what', 'Airco']]);
    const started = reduce(underWay, { type: 'started', requestType: 'fault', key: 'k2', prefill });
    assert.equal(started.answers.get('what'), 'Airco');
    const plain = reduce(underWay, { type: 'started', requestType: 'fault', key: 'k2', prefill: new Map() });
    assert.equal(plain.answers.get('what'), 'Boiler');
  });

  it('keeps the answers of a request that makes way for another as a draft', () => {
    const answered = reduce(underWay, { type: 'answered', field: 'what', answer: 'Boiler' });
    const next = reduce(answered, { type: 'started', requestType: 'simple', key: 'k2', prefill: new Map() });
    assert.equal(next.drafts[0]?.answers.get('what'), 'Boiler');
    assert.equal(next.drafts[0].key, 'k1');
  });

  it('never changes a state in place', () => {
    const before = structuredClone(underWay);
    reduce(underWay, { type: 'answered', field: 'what', answer: 'x' });
    reduce(underWay, { type: 'left', pointer: '/answers/what' });
    reduce(underWay, { type: 'checked', item: 'power', entry: { answer: 'no' } });
    assert.deepEqual(underWay, before);
  });

  it('forgets what the server said of an answer once it is changed', () => {
    const issues = [
      { pointer: '/answers/what', code: 'too-long' },
      { pointer: '/terms/general', code: 'terms-outdated' },
    ];
    const rejected = reduce(underWay, { type: 'rejected', issues });
    const changed = reduce(rejected, { type: 'answered', field: 'what', answer: 'shorter' });
    assert.deepEqual(changed.serverIssues, [{ pointer: '/terms/general', code: 'terms-outdated' }]);
  });

  it('knows of a file that failed while the customer was elsewhere, and keeps the order of a prepared one', () => {
    const upload = (id: string) => ({ id, pointer: '/answers/photos', name: `${id}.heic`, size: 9, sent: 0 });
    const uploads = [upload('u1'), upload('u2')];
    const failed = (step: 'details' | 'submit') =>
      reduce({ ...underWay, step, uploads }, { type: 'upload-failed', id: 'u1', code: 'file-type' }).uploads[0];
    assert.equal(failed('details')?.isLate, false);
    assert.equal(failed('submit')?.isLate, true);
    const prepared = { ...upload('u1'), name: 'u1.jpg', size: 3 };
    const next = reduce({ ...underWay, uploads }, { type: 'upload-started', upload: prepared });
    assert.deepEqual(next.uploads, [prepared, uploads[1]]);
  });

  it('puts a finished upload at its control, for fields and for checklist photos', () => {
    for (const [pointer, read] of [
      ['/answers/photos', (state: typeof underWay) => state.answers.get('photos')],
      ['/checklist/power/photos', (state: typeof underWay) => state.checklist.get('power')?.photos],
    ] as const) {
      const upload = { id: 'u1', pointer, name: 'a.png', size: 3, sent: 0 };
      const busy = reduce(underWay, { type: 'upload-started', upload });
      const done = reduce(busy, { type: 'upload-done', id: 'u1', attachment: file });
      assert.deepEqual(read(done), [file]);
      assert.deepEqual(done.uploads, []);
    }
  });

  it('shows nothing of one customer to another who signs in on the same device', () => {
    const answered = reduce(underWay, { type: 'answered', field: 'what', answer: 'secret' });
    const other = { id: 'c2', name: 'Other', email: 'other@example.com' };
    const after = reduce(answered, { type: 'signed-in', customer: other, config: portal });
    assert.equal(after.answers.size, 0);
    assert.equal(after.requestType, undefined);
    assert.equal(after.requests, undefined);
  });

  it('keeps everything when the same customer signs in again after the session ended', () => {
    const failure = { code: 'session-expired', during: 'submit', retryable: false } as const;
    const answered = reduce(underWay, { type: 'answered', field: 'what', answer: 'kept' });
    const expired = reduce(answered, { type: 'session-expired', failure });
    assert.equal(expired.expired, true);
    assert.ok(underWay.customer);
    const again = reduce(expired, { type: 'signed-in', customer: underWay.customer, config: portal });
    assert.equal(again.answers.get('what'), 'kept');
    assert.equal(again.step, 'details');
    assert.equal(again.expired, false);
  });

  it('keeps the answers when the configuration changes, and starts over when the type is gone', () => {
    const answered = reduce(underWay, { type: 'answered', field: 'what', answer: 'kept' });
    const changed = reduce(answered, { type: 'config-changed', config: { ...portal, version: '2' } });
    assert.equal(changed.answers.get('what'), 'kept');
    assert.equal(changed.configChanged, true);
    const gone = reduce(answered, { type: 'config-changed', config: { ...portal, requestTypes: [] } });
    assert.equal(gone.requestType, undefined);
    assert.equal(gone.step, 'start');
  });
});
