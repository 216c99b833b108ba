import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PortalConfig, Term } from '../../src/contract/index.js';
import { toDraft } from '../../src/state/draft.js';
import { needsMore } from '../../src/state/more.js';
import { reduce } from '../../src/state/reduce.js';
import { initialState, type RequestState } from '../../src/state/request-state.js';
import { deriveView } from '../../src/state/request-view.js';
import { acceptedVersion, rememberTerms } from '../../src/state/submission.js';
import { portal, underWay } from './fixtures.js';

const at = '2026-01-03T23:30:00Z';
const general: Term = { id: 'general', version: '2', label: 'Terms', required: true, text: 'New' };
const news: Term = { id: 'news', version: '1', label: 'News', required: false };
const kept = (term: Term): Term => ({ ...term, accepted: { version: term.version, at } });

const portalWith = (...terms: Term[]): PortalConfig => ({
  ...portal,
  portal: { ...portal.portal, remember: 30 },
  requestTypes: [{ id: 'fault', label: 'Fault', sections: [], checklist: [], terms }],
});
const asking = (...terms: Term[]): RequestState => ({ ...underWay, config: portalWith(...terms) });
const view = (state: RequestState) => deriveView(state, new Date('2026-03-01T12:00:00Z'));
const sent = (state: RequestState) => view(state).submission?.terms;

describe('terms that the portal remembers', () => {
  it('are complete and sent as accepted, in a new request and in a restored one', () => {
    const started = asking(kept(general));
    assert.deepEqual(sent(started), { general: { version: '2', accepted: true } });
    const draft = toDraft(started, at);
    assert.ok(draft);
    const restored = reduce({ ...initialState, config: started.config }, { type: 'draft-restored', draft });
    assert.deepEqual(sent(restored), { general: { version: '2', accepted: true } });
  });

  it('are asked again when the version is another', () => {
    const state = asking({ ...general, accepted: { version: '1', at } });
    assert.deepEqual(sent(state), { general: { version: '2', accepted: false } });
    assert.ok(view(state).issues.some(({ pointer, code }) => pointer === '/terms/general' && code === 'required'));
  });

  it('count too when the customer signs in halfway', () => {
    assert.ok(underWay.customer);
    const guest: RequestState = { ...asking(general), customer: undefined, guest: true };
    const config = portalWith(kept(general));
    const signedIn = reduce(guest, { type: 'signed-in', customer: underWay.customer, config });
    assert.equal(acceptedVersion(signedIn, kept(general)), '2');
  });

  it('can be taken back where they need not be accepted, also in a draft', () => {
    const back = reduce(asking(kept(news)), { type: 'accepted', term: 'news', version: '' });
    assert.deepEqual(sent(back), { news: { version: '1', accepted: false } });
    const draft = toDraft(back, at);
    assert.ok(draft);
    const restored = reduce({ ...initialState, config: back.config }, { type: 'draft-restored', draft });
    assert.deepEqual(sent(restored), { news: { version: '1', accepted: false } });
  });

  it('need the part that shows changes only where both texts are known', () => {
    const typeWith = (accepted: Term['accepted']) => portalWith({ ...general, accepted }).requestTypes[0];
    assert.equal(needsMore(typeWith({ version: '1', at, text: 'Old' })), true);
    assert.equal(needsMore(typeWith({ version: '1', at })), false);
    assert.equal(needsMore(typeWith({ version: '2', at })), false);
  });
});

describe('what a sent request leaves behind', () => {
  const after = (state: RequestState, config = state.config) => {
    const { type } = view(state);
    assert.ok(config && type);
    return rememberTerms(state, config, type, '2026-03-01T12:00:00Z').requestTypes.flatMap(({ terms }) => terms);
  };

  it('is remembered for the next request, of another type too', () => {
    const state = reduce(asking(general), { type: 'accepted', term: 'general', version: '2' });
    const [one] = portalWith(general).requestTypes;
    assert.ok(one);
    const both = { ...portalWith(general), requestTypes: [one, { ...one, id: 'other' }] };
    const now = { version: '2', at: '2026-03-01T12:00:00Z' };
    assert.deepEqual(
      after(state, both).map(({ accepted }) => accepted),
      [now, now],
    );
  });

  it('keeps the date of what was remembered, and nothing of another text or of what was taken back', () => {
    assert.equal(after(asking(kept(general)))[0]?.accepted?.at, at);
    const state = reduce(asking(general), { type: 'accepted', term: 'general', version: '2' });
    assert.equal(after(state, portalWith({ ...general, text: 'Other' }))[0]?.accepted, undefined);
    const back = reduce(asking(kept(news)), { type: 'accepted', term: 'news', version: '' });
    assert.equal(after(back)[0]?.accepted, undefined);
  });
});
