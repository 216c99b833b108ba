import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Failure, failureCode } from '../../src/api/failure.js';
import { onceMore, parseRetryAfter, waitBefore } from '../../src/api/retry.js';

const now = new Date('2026-03-01T12:00:00Z');

describe('parseRetryAfter', () => {
  it('reads seconds and dates', () => {
    assert.equal(parseRetryAfter('30', now), 30);
    assert.equal(parseRetryAfter('Sun, 01 Mar 2026 12:00:45 GMT', now), 45);
  });

  it('ignores what is absent, past, absurd or no time at all', () => {
    for (const header of [null, '', 'soon', '-5', '999999999', 'Sun, 01 Mar 2020 12:00:00 GMT', 'NaN']) {
      assert.equal(parseRetryAfter(header, now), undefined, String(header));
    }
  });
});

describe('waitBefore', () => {
  it('waits longer each time, with jitter, and never much over a minute', () => {
    assert.equal(waitBefore(0, undefined, 0.5), 2);
    assert.equal(waitBefore(1, undefined, 0.5), 4);
    assert.ok(waitBefore(40, undefined, 1) <= 75);
  });

  it('waits as long as the server asks', () => {
    assert.equal(waitBefore(3, 7, 0.9), 7);
  });
});

describe('onceMore', () => {
  const failing = (code: 'offline' | 'not-found') => {
    let calls = 0;
    return {
      calls: () => calls,
      call: () => {
        calls += 1;
        return calls === 1 ? Promise.reject(new Failure(code)) : Promise.resolve('answer');
      },
    };
  };

  it('tries again after a failure that may pass', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const { call, calls } = failing('offline');
    const answer = onceMore(call);
    await Promise.resolve();
    await Promise.resolve();
    context.mock.timers.tick(500);
    assert.equal(await answer, 'answer');
    assert.equal(calls(), 2);
    mock.reset();
  });

  it('does not repeat what will fail again', async () => {
    const { call, calls } = failing('not-found');
    await assert.rejects(onceMore(call), { code: 'not-found' });
    assert.equal(calls(), 1);
  });
});

describe('failureCode', () => {
  it('takes the code of the problem, and what the status means when it has none', () => {
    assert.equal(failureCode(409, 'configuration-changed'), 'configuration-changed');
    assert.equal(failureCode(401, undefined), 'session-expired');
    assert.equal(failureCode(502, 'toString'), 'unavailable');
    assert.equal(failureCode(418, {}), 'unreadable');
  });
});
