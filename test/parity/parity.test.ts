import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { begin, fillIn, sentBy, serverCopy, serverFinds, widgetFinds } from './both-sides.js';
import { drawn } from './drawn.js';
import { fillInWhatIsAsked } from './obedient.js';

describe('the widget and the server', () => {
  it('refuse the same requests, with the same codes at the same places', () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(drawn(5), (requests) => {
        const [first] = requests;
        assert.ok(first);
        const own = serverCopy(first.config); // all are requests in one portal
        for (const one of requests) {
          const state = fillIn(one);
          const found = widgetFinds(state);
          assert.deepEqual(serverFinds(own, sentBy(state), !one.isGuest), found);
          if (found.length > 0) refused += 1;
          else accepted += 1;
        }
      }),
      { numRuns: 4_000 },
    );
    assert.ok(accepted > 1_000 && refused > 1_000, `${String(accepted)} accepted, ${String(refused)} refused`);
  });

  it('accept a request in which just what is asked was filled in', () => {
    fc.assert(
      fc.property(drawn(1), ([one]) => {
        assert.ok(one);
        const { config, isGuest } = one;
        const state = fillInWhatIsAsked(begin(config, isGuest));
        if (!state) return; // a safety stop that no answer avoids
        assert.deepEqual(widgetFinds(state), []);
        assert.deepEqual(serverFinds(serverCopy(config), sentBy(state), !isGuest), []);
      }),
      { numRuns: 2_000 },
    );
  });
});
