import { expect } from '@open-wc/testing';
import type { Fault } from './faults/fault.js';
import { ask, cleanUp, formOf, mount, place, until, type Visit } from './harness.js';

const remarks = { id: 'remarks', type: 'text', label: 'Remarks' } as const;
const cut: Fault = { kind: 'cut' };

const stored = (visit: Visit) => ask('requests', { id: visit.portal.id });
const fail = (visit: Visit, fault: Fault, times = 50) =>
  ask('fault', { id: visit.portal.id, next: [{ call: 'POST /requests', times, ...fault }] });
const mend = (visit: Visit) => ask('fault', { id: visit.portal.id, next: [] });

const one = formOf([remarks]);
const two = { ...one, requestTypes: one.requestTypes.flatMap((type) => [type, { ...type, id: 'two', label: 'Two' }]) };

/** A guest's request that was sent while something was wrong. */
const sent = async (fault: Fault, times?: number): Promise<Visit> => {
  const visit = await mount(two, { requestType: 'one' });
  await visit.fill('Remarks', 'first');
  await visit.press('Next');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await fail(visit, fault, times);
  await visit.press('Submit request');
  await visit.role('region', 'Waiting to be sent');
  return visit;
};

/** The same page after a reload or a crash. */
const reloaded = (visit: Visit): Visit => {
  visit.element.remove();
  return place(visit.portal, { requestType: 'one' });
};

const change = async (visit: Visit, text: string): Promise<void> => {
  await visit.press('Change');
  await visit.press('Back');
  await visit.fill('Remarks', text);
  await visit.press('Next');
};

afterEach(cleanUp);

describe('a request that could not be sent', () => {
  it('says that it waits, and can be read, copied and printed meanwhile', async () => {
    const visit = await sent(cut);
    const panel = await visit.role('region', 'Waiting to be sent');
    expect(panel.textContent).to.contain('Copy as text').and.to.contain('Print');
    expect(visit.text()).to.contain('050 123 45 67');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('is sent by itself after a reload, once', async () => {
    const visit = await sent(cut);
    await mend(visit);
    const next = reloaded(visit);
    await next.onStep('confirmation');
    const requests = await stored(visit);
    expect(requests.map(({ submission }) => submission.answers)).to.deep.equal([{ remarks: 'first' }]);
  });

  it('of which only the answer was lost shows its receipt after a reload', async () => {
    const visit = await sent({ kind: 'lost' }, 1);
    await mend(visit);
    const next = reloaded(visit);
    await next.onStep('confirmation');
    expect(await stored(visit)).to.have.length(1);
  });

  it('is sent as it was changed when the first never arrived', async () => {
    const visit = await sent(cut);
    await change(visit, 'second');
    await mend(visit);
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect((await stored(visit)).map(({ submission }) => submission.answers)).to.deep.equal([{ remarks: 'second' }]);
  });

  it('shows what arrived when it was changed too late, and keeps the change as a draft', async () => {
    const visit = await sent({ kind: 'lost' }, 1);
    await change(visit, 'second');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect(visit.text()).to.contain('An earlier version of this request had arrived');
    expect(visit.root.querySelector('dd')?.textContent.trim()).to.equal('first');
    expect(await visit.violations()).to.deep.equal([]);
    expect(await stored(visit)).to.have.length(1);
    await visit.press('New request');
    await visit.onStep('submit');
    expect(visit.root.querySelector('dd')?.textContent.trim()).to.equal('second');
  });

  const beside = async (visit: Visit): Promise<Visit> => {
    visit.element.remove();
    const next = place(visit.portal, { requestType: 'two' });
    await until('portal-ready', () => next.heard('portal-ready').length > 0);
    await mend(visit);
    dispatchEvent(new Event('online'));
    return next;
  };

  it('is sent beside another one, and its reference is told at the start', async () => {
    const next = await beside(await sent(cut));
    await until('the event', () => next.heard('portal-submitted').length > 0);
    await until('its words', () => /“One” was sent. Your reference is PR-/.test(next.text()));
    expect(await next.violations()).to.deep.equal([]);
    expect(await stored(next)).to.have.length(1);
  });

  it('and is refused when its turn comes is there to be mended', async () => {
    const visit = await sent(cut);
    await ask('publish', { id: visit.portal.id, config: { ...two, version: '2' } });
    const next = await beside(visit);
    await until('the event', () => next.heard('portal-error').length > 0);
    await until('its words', () => next.text().includes('“One” could not be sent'));
    await next.press('Continue');
    await next.press('Submit request');
    await next.onStep('confirmation');
    expect((await stored(next)).map(({ submission }) => submission.answers)).to.deep.equal([{ remarks: 'first' }]);
  });
});

describe('a request that was sent', () => {
  it('is told in another tab, so that nobody sends it a second time', async () => {
    const visit = await sent(cut);
    await mend(visit);
    await visit.press('Try again');
    await visit.onStep('confirmation');
    visit.element.remove();
    sessionStorage.clear();
    const next = reloaded(visit);
    await next.onStep('details');
    await until('its words', () => /“One” was sent. Your reference is PR-/.test(next.text()));
    expect(await next.violations()).to.deep.equal([]);
  });

  it('shows its receipt again when the customer comes back, until a new one is wanted', async () => {
    const visit = await sent(cut);
    await mend(visit);
    await visit.press('Try again');
    await visit.onStep('confirmation');
    const reference = visit.root.querySelector('output')?.textContent ?? '';
    const next = reloaded(visit);
    await next.onStep('confirmation');
    expect(next.root.querySelector('output')?.textContent).to.equal(reference);
    await next.press('New request');
    await next.onStep('details');
    expect((await next.label('Remarks')).value).to.equal('');
  });

  it('shows no step on which it could be begun again while that receipt is looked for', async () => {
    const visit = await sent(cut);
    await mend(visit);
    await visit.press('Try again');
    await visit.onStep('confirmation');
    const next = reloaded(visit);
    const shown: string[] = [];
    new MutationObserver(() => shown.push(next.element.step)).observe(next.element, { attributeFilter: ['step'] });
    await next.onStep('confirmation');
    expect(new Set(shown)).to.deep.equal(new Set(['loading', 'confirmation']));
  });
});
