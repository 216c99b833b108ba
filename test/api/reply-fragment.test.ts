import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isReplyFragment, keptReplyFragment } from '../../src/api/reply-fragment.js';

const ENDPOINT = 'https://portal.example.com/api/portals/acme';

const CASES: readonly (readonly [fragment: string, isOwn: boolean])[] = [
  ['#portal-reply=api/portals/acme,r1.token', true],
  ['#portal-reply=acme,r1.token', true],
  [`#portal-reply=${ENDPOINT},r1.token`, true],
  ['#portal-reply=api/portals/acme,', true],
  ['#portal-reply=r1.token', true],
  ['#portal-reply', true],
  ['#portal-reply=api/portals/other,r1.token', false],
  ['#portal-reply=cme,r1.token', false],
  ['#portal-reply=,r1.token', false],
  ['#portal-handover=api/portals/acme,code', false],
  ['', false],
];

describe('The fragment of a link to one request', () => {
  for (const [fragment, isOwn] of CASES) {
    it(`${fragment || 'nothing'} is ${isOwn ? 'for' : 'not for'} the form of this portal`, () => {
      assert.equal(isReplyFragment(fragment, ENDPOINT), isOwn);
    });
  }

  it('loses its secret, and keeps which portal it is for', () => {
    assert.equal(keptReplyFragment('#portal-reply=api/portals/acme,r1.token'), '#portal-reply=api/portals/acme,');
    assert.equal(keptReplyFragment('#portal-reply=r1.token'), '#portal-reply');
  });
});
