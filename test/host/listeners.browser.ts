import { expect } from '@open-wc/testing';
import { cleanUp, place, until } from '../harness.js';
import { hasOneRequest, openPortal, sendAsGuest } from './journey.js';
import { openPage, SCRIPT, tagFor } from './page.js';

afterEach(cleanUp);

const BEFORE_THE_END = ['portal-ready', 'portal-started', 'portal-step-change', 'portal-step-changed', 'portal-submit'];

describe('a listener', () => {
  it('68 that throws stops nothing', async () => {
    const portal = await openPortal();
    const thrower = `<script>for (const name of ${JSON.stringify([...BEFORE_THE_END, 'portal-submitted', 'portal-answer-changed'])})
      addEventListener(name, () => { throw new Error('of the website'); });</script>`;
    const page = await openPage({ head: thrower + SCRIPT, body: tagFor(portal) });
    await sendAsGuest(await page.visit(portal));
    await hasOneRequest(portal);
  });

  for (const name of [...BEFORE_THE_END, 'portal-submitted', 'portal-draft-saved']) {
    it(`68 that removes the element at ${name} leaves no mistake behind`, async () => {
      const thrown: unknown[] = [];
      const note = (event: PromiseRejectionEvent | ErrorEvent): void =>
        void thrown.push('reason' in event ? event.reason : event.error);
      addEventListener('unhandledrejection', note);
      const visit = place(await openPortal());
      visit.element.parentElement?.addEventListener(name, () => visit.element.remove());
      sendAsGuest(visit).catch(() => undefined); // it gets no further than the removal
      await until('the end', () => !visit.element.isConnected);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      removeEventListener('unhandledrejection', note);
      expect(visit.element.isConnected).to.equal(false);
      expect(thrown).to.deep.equal([]);
    });
  }
});
