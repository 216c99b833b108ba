import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { RequestList } from '../../demo/office-contract/index.js';
import { newsOf } from '../../demo/back-office/news.js';

const listOf = (ids: string, status: 'submitted' | 'accepted' = 'submitted'): RequestList => ({
  items: [...ids].map((id) => ({ id, status }) as RequestList['items'][number]),
  ...{ total: { count: ids.length, isMore: false }, counts: { [status]: ids.length }, unread: 0 },
});

const after = (read: string, now: string) => {
  const { shown, added, hasMoved } = newsOf(listOf(read), listOf(now, 'accepted'));
  return { rows: shown.items.map(({ id, status }) => `${id} ${status}`), added, hasMoved };
};

it('new requests are counted, and the rows that are read stay where they are', () => {
  const { rows, added, hasMoved } = after('cba', 'edcba');
  assert.deepEqual(rows, ['c accepted', 'b accepted', 'a accepted']);
  assert.deepEqual([added, hasMoved], [2, false]);
});

it('rows that new ones push onto the next page have not gone', () => {
  assert.deepEqual(after('cba', 'dcb'), {
    rows: ['c accepted', 'b accepted', 'a submitted'],
    added: 1,
    hasMoved: false,
  });
});

it('a row that no longer belongs to the list, or stands elsewhere, is noticed', () => {
  assert.deepEqual(
    [after('cba', 'ca').hasMoved, after('cba', 'cab').hasMoved, after('cba', 'cba').hasMoved],
    [true, true, false],
  );
});

it('the counts are those of now', () => {
  assert.deepEqual(newsOf(listOf('a'), listOf('ba', 'accepted')).shown.counts, { accepted: 2 });
});
