import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nextPiece } from '../../src/api/upload.js';

describe('nextPiece', () => {
  it('grows on a fast line and shrinks on a slow one', () => {
    assert.equal(nextPiece(262144, 100), 524288);
    assert.equal(nextPiece(262144, 9000), 131072);
    assert.equal(nextPiece(262144, 2000), 262144);
  });

  it('stays between 64 kB and 4 MB whatever the line does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60_000)), (times) => {
        const size = times.reduce(nextPiece, 262144);
        assert.ok(size >= 65536 && size <= 4194304);
      }),
    );
  });
});
