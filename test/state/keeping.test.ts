import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PortalConfig, Submission } from 'portal-request-form/contract';
import { isRecent, isTooOld, toDraft } from '../../src/state/draft.js';
import { changesBetween, outlineOf } from '../../src/state/outline.js';
import { reduce } from '../../src/state/reduce.js';
import { initialState } from '../../src/state/request-state.js';
import { portal, underWay } from './fixtures.js';

const at = '2026-11-23T12:00:00Z';
const submission: Submission = {
  requestType: 'fault',
  configVersion: '1',
  locale: 'en',
  answers: { what: 'as sent' },
  checklist: { power: { answer: 'no', note: 'why' } },
  terms: { general: { version: '1', accepted: true }, news: { version: '1', accepted: false } },
};

const changed = (
  make: (type: PortalConfig['requestTypes'][number]) => Partial<PortalConfig['requestTypes'][number]>,
) => ({
  ...portal,
  version: 'next',
  requestTypes: portal.requestTypes.map((type) => ({ ...type, ...make(type) })),
});
const [type] = portal.requestTypes;
const id = type?.id ?? '';

describe('what changed in the settings', () => {
  it('is nothing between a type and itself', () => {
    const outline = outlineOf(portal, id);
    assert.deepEqual(changesBetween(outline, outline), { added: [], gone: [], terms: [] });
  });

  it('is what is new, what is gone, and a term with another version', () => {
    const field = { id: 'new', type: 'text', label: 'New' } as const;
    const term = { id: 'general', version: '9', label: 'Terms', text: 'Other.', required: true } as const;
    const next = changed(() => ({ sections: [{ id: 's', fields: [field] }], checklist: [], terms: [term] }));
    const changes = changesBetween(outlineOf(portal, id), outlineOf(next, id));
    assert.deepEqual(changes.added, ['New']);
    assert.deepEqual(changes.terms, ['Terms']);
    assert.ok(changes.gone.length > 0);
  });

  it('is told of a draft that was begun before', () => {
    const draft = toDraft(underWay, at);
    assert.ok(draft);
    const config = changed(() => ({ sections: [] }));
    const restored = reduce({ ...initialState, config }, { type: 'draft-restored', draft });
    assert.equal(restored.configChanged, true);
    assert.ok((restored.changes?.gone.length ?? 0) > 0);
  });
});

describe('a request that waits to be sent', () => {
  it('keeps every version that may have arrived, each once', () => {
    const other = { ...submission, answers: { what: 'changed' } };
    const sent = [submission, other, submission].reduce(
      (state, one) => reduce(state, { type: 'sending', submission: one }),
      underWay,
    );
    assert.equal(sent.isWaiting, true);
    assert.deepEqual(sent.sent, [other, submission]);
  });

  it('becomes what arrived when that is an earlier version, and the later one a draft', () => {
    const kept = toDraft({ ...underWay, key: 'k2' }, at);
    assert.ok(kept);
    const state = reduce(underWay, { type: 'earlier-arrived', submission, kept });
    assert.equal(state.answers.get('what'), 'as sent');
    assert.deepEqual(state.checklist.get('power'), { answer: 'no', note: 'why' });
    assert.deepEqual(
      [...state.terms],
      [
        ['general', '1'],
        ['news', ''],
      ],
    );
    assert.equal(state.isOutdated, true);
    assert.equal(state.drafts[0]?.key, 'k2');
  });

  it('is told as delivered, or as refused, when another request is shown', () => {
    const waiting = toDraft({ ...underWay, isWaiting: true }, at);
    assert.ok(waiting);
    const idle = { ...initialState, config: portal, drafts: [waiting] };
    const receipt = { id: 'r', reference: 'PR-1', submittedAt: at, status: 'submitted', digest: 'd' } as const;
    const sent = reduce(idle, { type: 'draft-settled', key: waiting.key, receipt });
    assert.deepEqual([sent.drafts, sent.delivered], [[], [{ requestType: waiting.requestType, reference: 'PR-1' }]]);
    const [refused] = reduce(idle, { type: 'draft-settled', key: waiting.key }).drafts;
    assert.deepEqual([refused?.isWaiting, refused?.isRefused], [false, true]);
  });
});

describe('the age of a draft', () => {
  const draft = toDraft(underWay, at);
  const after = (days: number): Date => new Date(Date.parse(at) + days * 86_400_000);
  assert.ok(draft);

  it('is thirty days at most, or those of the portal', () => {
    const short = { ...portal, portal: { ...portal.portal, draftDays: 2 } };
    assert.deepEqual([isTooOld(portal, draft, after(29)), isTooOld(portal, draft, after(31))], [false, true]);
    assert.deepEqual([isTooOld(short, draft, after(1)), isTooOld(short, draft, after(3))], [false, true]);
  });

  it('lets a receipt be shown again for half an hour', () => {
    const sent = Date.parse(at);
    assert.deepEqual([isRecent(sent, after(0.01)), isRecent(sent, after(0.03))], [true, false]);
  });
});

describe('what was told of a request that was sent', () => {
  const delivery = { requestType: 'fault', reference: 'PR-1' };
  const told = reduce(reduce(underWay, { type: 'last-sent', delivery }), { type: 'sign-out-asked', isAsked: true });

  it('goes with the customer who signs out', () => {
    const { delivered, asksToSignOut } = reduce(told, { type: 'signed-out' });
    assert.deepEqual([told.delivered, delivered, asksToSignOut], [[delivery], [], false]);
  });

  it('is not for another customer who signs in, but for the same one', () => {
    const other = { id: 'c2', name: 'Other', email: 'other@example.com' };
    const after = (customer: typeof other) => reduce(told, { type: 'signed-in', customer, config: portal }).delivered;
    assert.deepEqual([after(other), after({ ...other, id: 'c1' })], [[], [delivery]]);
  });
});
