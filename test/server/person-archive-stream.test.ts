import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { createLog } from '../../demo/server/log.js';
import type { Files } from '../../demo/server/services/files.js';
import { archiveOf } from '../../demo/server/services/person-archive.js';
import type { ExportedFile, PersonExport } from '../../demo/server/services/person-export.js';
import { openArchive } from './archives.js';

const PIECE = 64 * 1024;
const AT = new Date('2026-03-04T05:06:07Z');

const file = (id: string): ExportedFile => ({
  ...{ id, name: `${id}.png`, type: 'image/png', size: 0, createdAt: AT, isComplete: true },
});

const exportOf = (...ids: string[]): PersonExport => ({
  ...{ portal: 'p', email: 'anna@example.com', exportedAt: AT, unsentFiles: [] },
  requests: [{ reference: 'PR-2026-000001', files: ids.map(file) }],
});

/** Files of so many pieces; tells what was opened, what was given of it, and what is open still. */
const createStore = (pieces: number, failsAfter = Infinity) => {
  const opened: Readable[] = [];
  const told = { given: 0, opened };
  const read: Files['read'] = () => {
    let left = pieces;
    const stream = new Readable({
      highWaterMark: PIECE,
      read() {
        told.given += 1;
        if (told.given > failsAfter) this.destroy(new Error('The disk failed'));
        else this.push(left > 0 ? Buffer.alloc(PIECE, left) : null);
        left -= 1;
      },
    });
    opened.push(stream);
    return Promise.resolve(stream);
  };
  const lines: string[] = [];
  const files = { read, isMissing: () => false } as unknown as Files;
  return { told, lines, needs: { files, log: createLog((line) => lines.push(line)) } };
};

const take = async (pieces: AsyncGenerator<Uint8Array, void>, bytes: number): Promise<void> => {
  for (let taken = 0; taken < bytes;) taken += (await pieces.next()).value?.length ?? Infinity;
};

describe('The archive of a person', () => {
  it('reads no further than what is taken of it, and opens one file at a time', async () => {
    const { told, needs } = createStore(1_000);
    const pieces = archiveOf(needs, exportOf('a', 'b'));
    await take(pieces, 10 * PIECE);
    assert.ok(told.given <= 16, `${told.given} pieces were read for 10`);
    await take(pieces, 500 * PIECE);
    assert.ok(told.given <= 516, `${told.given} pieces were read for 510`);
    assert.equal(told.opened.length, 1);
    await pieces.return();
  });

  it('closes its file when nobody takes it any more, and opens no other', async () => {
    const { told, needs, lines } = createStore(1_000);
    const pieces = archiveOf(needs, exportOf('a', 'b'));
    await take(pieces, 10 * PIECE);
    await pieces.return();
    const { given } = told;
    await new Promise(setImmediate);
    assert.deepEqual([told.opened.length, told.opened[0]?.destroyed, told.given, lines], [1, true, given, []]);
  });

  it('breaks off when the store fails, so that half of it is not taken for the whole, and says so in the log', async () => {
    const { told, needs, lines } = createStore(20, 30);
    await assert.rejects(take(archiveOf(needs, exportOf('a', 'b', 'c')), Infinity), /The disk failed/);
    assert.equal(told.opened.length, 2);
    assert.ok(told.opened.every(({ destroyed }) => destroyed));
    assert.match(lines.join(), /"event":"export-broken-off"/);
  });

  it('opens with another reader, however many files it has', async () => {
    const { needs } = createStore(1);
    const ids = Array.from({ length: 300 }, (_, index) => `f${index}`);
    const pieces: Uint8Array[] = [];
    for await (const piece of archiveOf(needs, exportOf(...ids))) pieces.push(piece);
    const { paths, named } = openArchive(Buffer.concat(pieces));
    assert.deepEqual(paths, [...named.map(({ path }) => path), 'customer.json']);
    assert.equal(paths.length, 301);
  });
});
