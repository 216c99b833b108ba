import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inBatches, type Outcome } from '../../demo/server/services/in-batches.js';

const kept = <T>(items: readonly T[]): Outcome<T>[] => items.map((value) => ({ status: 'fulfilled', value }));

describe('What is done in batches', () => {
  it('begins at once, and takes all that came meanwhile next, at most so many together', async () => {
    const batches: string[] = [];
    const run = inBatches((items: readonly string[]) => {
      batches.push(items.join(''));
      return Promise.resolve(kept(items));
    }, 3);
    assert.deepEqual(await Promise.all([...'abcdef'].map(run)), [...'abcdef']);
    assert.deepEqual(batches, ['a', 'bcd', 'ef']);
  });

  it('gives each what became of it, and the failure of all to all, after which it goes on', async () => {
    const run = inBatches((items: readonly number[]) => {
      if (items.includes(0)) return Promise.reject(new Error('all'));
      return Promise.resolve(
        items.map((value): Outcome<number> =>
          value < 0 ? { status: 'rejected', reason: new Error('one') } : { status: 'fulfilled', value },
        ),
      );
    }, 2);
    const outcomes = await Promise.allSettled([1, 2, -1, 3, 0, 4].map(run));
    const told = outcomes.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message));
    assert.deepEqual(told, [1, 2, 'one', 'all', 'all', 4]);
  });
});
