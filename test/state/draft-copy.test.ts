import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draftContentSchema, type Draft } from 'portal-request-form/contract';
import { toDraft } from '../../src/state/draft.js';
import { differencesBetween, isCopied, toContent, toStored } from '../../src/state/draft-copy.js';
import type { RequestState } from '../../src/state/request-state.js';
import { portal, underWay } from './fixtures.js';

const at = '2026-11-24T08:00:00Z';
const given: RequestState = {
  ...underWay,
  step: 'checklist',
  answers: new Map([['what', 'Other']]),
  checklist: new Map([['power', { answer: 'no', note: 'dark' }]]),
  terms: new Map([['general', '2']]),
};
const draft = toDraft({ ...given, isWaiting: true }, at, 'this visit');
assert.ok(draft);

/** What comes back from a portal that keeps the draft. */
const there = toStored({ ...(JSON.parse(JSON.stringify(toContent(draft))) as Draft), id: 'k1', savedAt: at }, '"e"');

describe('the copy of a draft for other devices', () => {
  it('has the shape of the contract, without what concerns this device only', () => {
    const content = JSON.parse(JSON.stringify(toContent(draft))) as object;
    assert.ok(draftContentSchema.safeParse(content).success);
    assert.deepEqual(
      ['visit', 'isWaiting', 'sent', 'outline', 'copy'].filter((name) => name in content),
      [],
    );
  });

  it('comes back with every answer, on the same step, under the same key', () => {
    const { answers, checklist, terms, step, key } = there;
    assert.deepEqual(
      { answers, checklist, terms, step, key },
      {
        answers: given.answers,
        checklist: given.checklist,
        terms: given.terms,
        step: 'checklist',
        key: 'k1',
      },
    );
  });

  it('is up to date until the device keeps another version', () => {
    assert.deepEqual(
      [isCopied(there), isCopied({ ...there, savedAt: 'later' }), isCopied(draft)],
      [true, false, false],
    );
  });
});

describe('what two devices answered differently', () => {
  const [type] = portal.requestTypes;
  assert.ok(type);

  it('is nothing where only the step differs', () => {
    const onDetails: RequestState = { ...given, step: 'details' };
    assert.deepEqual(differencesBetween(type, onDetails, there), []);
  });

  it('is listed in the order of the form, also where one has nothing', () => {
    const here = { answers: new Map([['why', 'cold']]), checklist: new Map() };
    const labels = differencesBetween(type, here, there).map((one) => ('field' in one ? one.field : one.item).id);
    assert.deepEqual(labels, ['what', 'why', 'power']);
  });
});
