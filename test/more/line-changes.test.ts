import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lineChanges } from '../../src/more/line-changes.js';

const marks = { same: ' ', removed: '-', added: '+' } as const;
const shown = (before: string, now: string): string[] =>
  lineChanges(before, now).map(({ kind, line }) => marks[kind] + line);

describe('lineChanges', () => {
  it('finds a line that was changed, taken out or put in', () => {
    assert.deepEqual(shown('a\nb\nc', 'a\nB\nc'), [' a', '-b', '+B', ' c']);
    assert.deepEqual(shown('a\nb\nc', 'a\nc'), [' a', '-b', ' c']);
    assert.deepEqual(shown('', 'a'), ['+a']);
  });

  it('shows a line that was rewritten below the one it replaces', () => {
    const before = '1. Pay within 30 days\n2. Cancel 48 hours before\n3. The dog stays in';
    const now = '1. Pay within 14 days\n2. Cancel 24 hours before';
    assert.deepEqual(shown(before, now), [
      '-1. Pay within 30 days',
      '+1. Pay within 14 days',
      '-2. Cancel 48 hours before',
      '+2. Cancel 24 hours before',
      '-3. The dog stays in',
    ]);
  });

  it('does not count blank lines, line ends and spaces at the end', () => {
    assert.deepEqual(shown('a\r\n\r\nb  ', 'a\nb'), [' a', ' b']);
  });

  it('always gives both texts back', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, now) => {
        const changes = lineChanges(before.join('\n'), now.join('\n'));
        const without = (kind: string) => changes.filter((one) => one.kind !== kind).map(({ line }) => line);
        assert.deepEqual([without('added'), without('removed')], [before, now]);
      }),
    );
  });

  it('finds a few changes in a text of a megabyte, and does not hang on two that have nothing in common', () => {
    const before = Array.from({ length: 40_000 }, (_one, index) => `${String(index)} ${'word '.repeat(5)}`);
    const now = before.with(1, 'first').with(20_000, 'second').toSpliced(39_998, 1);
    const changed = lineChanges(before.join('\n'), now.join('\n')).filter(({ kind }) => kind !== 'same');
    assert.deepEqual(
      changed.map(({ kind }) => kind),
      ['removed', 'added', 'removed', 'added', 'removed'],
    );
    const other = before.map((line) => `x${line}`);
    assert.equal(lineChanges(before.join('\n'), other.join('\n')).length, 80_000);
    const [many, few] = ['a\nb\n'.repeat(200_000), 'b\na\n'.repeat(200_000)];
    assert.ok(lineChanges(`x\n${many}`, `${few}y`).length > 0);
  });
});
