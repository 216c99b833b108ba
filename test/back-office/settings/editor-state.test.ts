import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import {
  reduce,
  startEditing,
  type EditorEvent,
  type EditorState,
} from '../../../demo/back-office/settings/editor-state.js';
import { listAt, valueAt } from '../../../demo/back-office/settings/path.js';
import { content, FIELDS, stored } from './contents.js';

const after = (...events: EditorEvent[]): EditorState => events.reduce(reduce, startEditing(stored()));
const phone = ['config', 'portal', 'phone'] as const;
const set = (value: unknown): EditorEvent => ({ is: 'set', path: phone, value });
const idsOf = (state: EditorState): unknown[] => listAt(state.content, FIELDS).map((one) => valueAt(one, ['id']));

it('typing on in one place is one step to undo, and redo brings it back', () => {
  const typed = after(set('0'), set('05'), set('050-1'));
  assert.equal(typed.past.length, 1);
  const undone = reduce(typed, { is: 'undone' });
  assert.deepEqual(undone.content, content);
  assert.equal(valueAt(reduce(undone, { is: 'redone' }).content, phone), '050-1');
});

it('a property without a value is taken out, and what is beside it stays the same object', () => {
  const { content: next } = after(set(undefined));
  assert.equal('phone' in next.config.portal, false);
  assert.equal(next.config.requestTypes, content.config.requestTypes);
});

const index = fc.integer({ min: 0, max: 4 });
const edits: fc.Arbitrary<EditorEvent> = fc.oneof(
  fc.string().map(set),
  fc.record({ is: fc.constant('moved' as const), path: fc.constant(FIELDS), from: index, to: index }),
  fc.record({ is: fc.constant('removed' as const), path: fc.constant(FIELDS), index }),
  fc.record({
    is: fc.constant('inserted' as const),
    path: fc.constant(FIELDS),
    index,
    value: fc.record({ id: fc.uuid() }),
  }),
);

it('undoing everything that was done gives what was there, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 20 }), (events) => {
      let state = after(...events);
      while (state.past.length > 0) state = reduce(state, { is: 'undone' });
      assert.deepEqual(state.content, content);
    }),
  );
});

it('what is open stays open when it, or what is before it, moves or goes', () => {
  const open: EditorEvent = { is: 'opened', path: [...FIELDS, 1] };
  const move = (from: number, to: number): EditorEvent => ({ is: 'moved', path: FIELDS, from, to });
  assert.deepEqual(after(open, move(1, 0)).open, [...FIELDS, 0]);
  assert.deepEqual(after(open, move(0, 2)).open, [...FIELDS, 0]);
  assert.deepEqual(after(open, move(2, 0)).open, [...FIELDS, 2]);
  assert.deepEqual(after(open, { is: 'removed', path: FIELDS, index: 0 }).open, [...FIELDS, 0]);
  assert.deepEqual(after(open, { is: 'removed', path: FIELDS, index: 1 }).open, FIELDS);
});

it('a move says where the part is now, and one past the end does nothing', () => {
  const moved = after({ is: 'moved', path: FIELDS, from: 0, to: 2 });
  assert.deepEqual(idsOf(moved), ['text', 'urgent', 'kind']);
  assert.deepEqual(moved.said, { is: 'moved', to: 3, of: 3 });
  assert.equal(after({ is: 'moved', path: FIELDS, from: 2, to: 3 }).past.length, 0);
});

it('what is typed while the draft is being kept still waits to be kept', () => {
  const sending = after(set('1'), { is: 'sending' });
  const typed = reduce(sending, set('12'));
  const kept = reduce(typed, { is: 'kept', stored: stored('"2"', sending.content), sent: sending.content });
  assert.deepEqual([kept.keeping.is, kept.stored.etag, valueAt(kept.content, phone)], ['waiting', '"2"', '12']);
});

it('another’s draft is only taken over when that is chosen, and can be undone', () => {
  const theirs = stored('"9"', { ...content, office: { ...content.office, needsApproval: false } });
  const state = after(set('1'), { is: 'conflicted', theirs }, set('12'));
  assert.equal(state.keeping.is, 'conflict');
  const mine = reduce(state, { is: 'chosen', whose: 'mine' });
  assert.deepEqual([mine.keeping.is, mine.stored.etag, valueAt(mine.content, phone)], ['waiting', '"9"', '12']);
  const taken = reduce(state, { is: 'chosen', whose: 'theirs' });
  assert.equal(taken.content, theirs.content);
  assert.equal(valueAt(reduce(taken, { is: 'undone' }).content, phone), '12');
});
