import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDraftFor, toDraft } from '../../src/state/draft.js';
import { reduce } from '../../src/state/reduce.js';
import { initialState } from '../../src/state/request-state.js';
import { portal, underWay } from './fixtures.js';

const at = '2026-03-01T12:00:00.000Z';

describe('drafts', () => {
  it('hold the answers, the step and the key, and come back as they were', () => {
    const state = {
      ...reduce(underWay, { type: 'answered', field: 'what', answer: 'Boiler' }),
      step: 'checklist' as const,
    };
    const draft = toDraft(state, at);
    assert.ok(draft);
    assert.equal(draft.step, 'checklist');
    const restored = reduce({ ...initialState, config: portal, step: 'start' }, { type: 'draft-restored', draft });
    assert.equal(restored.answers.get('what'), 'Boiler');
    assert.equal(restored.key, 'k1');
    assert.equal(restored.configChanged, false);
  });

  it('are not made without a request, or once there is a receipt', () => {
    assert.equal(toDraft({ ...underWay, requestType: undefined }, at), undefined);
    const receipt = { id: 'r', reference: 'PR-2026-000001', submittedAt: at, status: 'submitted', digest: '' } as const;
    assert.equal(toDraft({ ...underWay, receipt }, at), undefined);
  });

  it('do not take along the acceptance of terms that were changed since', () => {
    const draft = toDraft({ ...underWay, terms: new Map([['general', '1']]) }, at);
    assert.ok(draft);
    const restored = reduce({ ...initialState, config: portal }, { type: 'draft-restored', draft });
    assert.equal(restored.terms.size, 0);
  });

  it('of another format, of a type that is gone, or that are no drafts at all are left alone', () => {
    const draft = toDraft(underWay, at);
    assert.ok(draft);
    assert.equal(isDraftFor(portal, draft), true);
    assert.equal(isDraftFor({ ...portal, requestTypes: [] }, draft), false);
    assert.equal(isDraftFor(portal, { ...draft, answers: {} } as unknown as typeof draft), false);
  });
});
