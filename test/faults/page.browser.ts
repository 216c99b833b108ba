import { expect } from '@open-wc/testing';
import { cleanUp, mount, mountFields, place, signIn, until } from '../harness.js';
import {
  arrivedOnce,
  everyStep,
  onceIsEnough,
  readyToSend,
  reload,
  remarks,
  saved,
  signedIn,
  toStep,
} from './visits.js';

onceIsEnough();
afterEach(cleanUp);

describe('a page that is loaded again', () => {
  for (const step of ['details', 'checklist', 'submit']) {
    it(`42 on the step ${step} shows it again with what was answered`, async () => {
      const visit = await toStep(step);
      const next = reload(visit, { requestType: 'one' });
      await next.onStep(step);
      while (next.element.step !== 'details') await next.press('Back');
      expect((await next.label('Remarks')).value).to.equal('kept');
    });
  }

  for (const step of ['details', 'checklist', 'submit']) {
    it(`42 on the step ${step} in a second tab goes on there, and the first gives way`, async () => {
      const first = await toStep(step);
      await until('the draft', () => first.heard('portal-draft-saved').length > 0);
      const second = place(first.portal, { requestType: 'one' });
      await second.onStep(step);
      await until('the notice', () => first.text().includes('opened in another tab'));
      while (second.element.step !== 'details') await second.press('Back');
      expect((await second.label('Remarks')).value).to.equal('kept');
    });

    it(`42 on the step ${step} that was put aside and is shown again by Back or Forward goes on`, async () => {
      const visit = await toStep(step);
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await visit.onStep(step);
      while (visit.element.step !== 'details') await visit.press('Back');
      expect((await visit.label('Remarks')).value).to.equal('kept');
    });
  }

  it('42 on the step start in a second tab begins another request there, and the first keeps its own', async () => {
    const first = await signedIn();
    const second = place(first.portal);
    await second.onStep('start');
    await first.element.start('one');
    await first.fill('Remarks', 'first');
    await second.element.start('one');
    await second.fill('Remarks', 'second');
    await saved(second);
    expect([(await first.label('Remarks')).value, first.text().includes('opened in another tab')]).to.eql([
      'first',
      false,
    ]);
  });

  it('42 on the step sign-in in a second tab signs in on its own, and the first stays signed in', async () => {
    const first = await mount(everyStep());
    const second = place(first.portal);
    await second.onStep('sign-in');
    await signIn(first);
    await first.onStep('start');
    expect(second.element.step).to.equal('sign-in');
    await signIn(second);
    await second.onStep('start');
    expect(first.element.step).to.equal('start');
  });

  for (const step of ['sign-in', 'start', 'confirmation']) {
    it(`42 on the step ${step} that was put aside and is shown again stays there`, async () => {
      const visit = step === 'confirmation' ? await readyToSend() : await mount(everyStep());
      if (step === 'start') await signIn(visit);
      if (step === 'confirmation') await visit.press('Submit request');
      await visit.onStep(step);
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await visit.onStep(step);
      if (step === 'confirmation') await arrivedOnce(visit);
    });
  }

  it('52 by the camera, in the middle of a word, still has the word', async () => {
    const visit = await mountFields([remarks]);
    await visit.fill('Remarks', 'half a wo');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    const next = reload(visit, { requestType: 'one' });
    expect((await next.label('Remarks')).value).to.equal('half a wo');
  });
});
