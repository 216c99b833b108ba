import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestType } from '../../src/contract/index.js';
import { mergeDrafts } from '../../src/state/draft-merge.js';
import type { ItemEntry } from '../../src/state/request-state.js';

const photo = (id: string) => ({ id, name: `${id}.jpg`, type: 'image/jpeg', size: 5 });
const type: RequestType = {
  ...{ id: 'one', label: 'One', terms: [] },
  sections: [
    {
      id: 'all',
      fields: [
        { id: 'text', type: 'text', label: 'Text' },
        { id: 'files', type: 'file', label: 'Files' },
      ],
    },
  ],
  checklist: [{ id: 'item', kind: 'done', label: 'Item', required: false }],
};
const given = (answers: Record<string, unknown>, item?: ItemEntry) => ({
  answers: new Map(Object.entries(answers)),
  checklist: new Map(item ? [['item', item]] : []),
});

describe('Two devices with one draft', () => {
  it('go together when each changed something else', () => {
    const merged = mergeDrafts(type, given({}), given({ text: 'desk' }), given({ files: [photo('a')] }));
    assert.deepEqual([...(merged?.answers ?? [])], [['files', [photo('a')]]]);
  });

  it('keep the files that either added, without those that either removed', () => {
    const [base, here, there] = [
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['b', 'd'],
    ].map((ids) => given({ files: ids.map(photo) }));
    assert.ok(base && here && there);
    const merged = mergeDrafts(type, base, here, there);
    assert.deepEqual(merged?.answers.get('files'), ['b', 'c', 'd'].map(photo));
  });

  it('share one item of the checklist: a note here, photos there', () => {
    const [here, there] = [given({}, { note: 'Ring' }), given({}, { answer: 'done', photos: [photo('a')] })];
    const merged = mergeDrafts(type, given({}), here, there);
    assert.deepEqual(merged?.checklist.get('item'), { answer: 'done', note: 'Ring', photos: [photo('a')] });
  });

  it('contradict each other when both answered the same question otherwise', () => {
    assert.equal(mergeDrafts(type, given({}), given({ text: 'desk' }), given({ text: 'phone' })), undefined);
    const same = mergeDrafts(type, given({}), given({ text: 'same' }), given({ text: 'same' }));
    assert.deepEqual([...(same?.answers ?? [])], []);
  });
});
