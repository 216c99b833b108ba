import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPace } from '../../src/api/pace.js';

describe('the pace of a file', () => {
  it('tells nothing in the first two seconds', () => {
    const pace = createPace();
    assert.equal(pace.add(100_000, 1000, 900_000), undefined);
    assert.deepEqual(pace.add(100_000, 1000, 800_000), { rate: 100_000, left: 8 });
  });

  it('stays for a second, so that it can be read', () => {
    const pace = createPace();
    const first = pace.add(200_000, 2000, 800_000);
    assert.equal(pace.add(50_000, 100, 750_000), first);
    assert.notEqual(pace.add(90_000, 900, 660_000), first);
  });

  it('follows a line that becomes slower without jumping', () => {
    const pace = createPace();
    pace.add(200_000, 2000, 800_000);
    assert.equal(pace.add(20_000, 2000, 780_000)?.rate, 64_000);
  });
});
