import { expect } from '@open-wc/testing';
import type { PortalConfig } from '../../src/contract/index.js';
import { ask, formOf, mount, mountFields, place, signIn, until, type Visit } from '../harness.js';
import type { FreshPortal } from '../runner/commands.js';
import type { Fault } from './fault.js';

export const remarks = { id: 'remarks', type: 'text', label: 'Remarks', required: true } as const;
const safe = { id: 'safe', label: 'Is it safe?', kind: 'yes-no', required: true } as const;

/** A portal for customers and guests, with every step but the terms. */
export const everyStep = (): PortalConfig => ({
  ...formOf([remarks], { checklist: [safe] }),
  access: { signIn: ['password'], guests: true },
});

const isThorough = (): Promise<boolean> => ask('isThorough', {});
const isChromium = navigator.userAgent.includes('Chrom');

/** The cases of this file do not depend on the browser: all three run them only when every fault is asked for. */
export const onceIsEnough = (): void => {
  before(async function () {
    if (!isChromium && !(await isThorough())) this.skip();
  });
};

/** WebKit is driven by WebDriver, which cannot make a page as narrow as a phone: the size is shown in the other engines. */
export const canResize = isChromium || navigator.userAgent.includes('Firefox');

export const fault = (portal: FreshPortal, ...next: readonly Fault[]) => ask('fault', { id: portal.id, next });
export const stored = ({ portal }: Visit) => ask('requests', { id: portal.id });

export const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  ({ kind: 'problem', status, code, headers }) as const;

const AGAIN_AFTER = 400;

/** A person who does not give up: tries again and signs in again, wherever that is asked, until something holds. */
export const persist = async (visit: Visit, what: string, holds: () => boolean): Promise<void> => {
  let last = 0;
  await until(what, () => {
    if (holds()) return true;
    if (performance.now() - last < AGAIN_AFTER) return false;
    last = performance.now();
    const retry = visit.root.querySelector<HTMLButtonElement>('.failure button');
    if (retry) retry.click();
    else if (visit.root.querySelector('input[type=password]')) void signIn(visit);
    return false;
  });
};

export const persistTo = (visit: Visit, step: string): Promise<void> =>
  persist(
    visit,
    `step ${step}`,
    () => visit.element.step === step && !visit.root.querySelector('input[type=password]'),
  );

/** The same page after a reload, a crash or in a new tab; nothing is waited for. */
export const reload = (visit: Visit, settings: Parameters<typeof place>[1] = {}): Visit => {
  visit.element.remove();
  return place(visit.portal, settings);
};

export const signedIn = async (config: PortalConfig = everyStep()): Promise<Visit> => {
  const visit = await mount(config);
  await signIn(visit);
  await visit.onStep('start');
  return visit;
};

/** Fills in the steps up to sending. */
export const fillIn = async (visit: Visit, text = 'kept'): Promise<void> => {
  await visit.onStep('details');
  await visit.fill('Remarks', text);
  await visit.press('Next');
  await visit.onStep('checklist');
  await visit.choose('Yes');
  await visit.press('Next');
  await visit.onStep('submit');
};

/** A customer's request that has everything, on the submit step. */
export const readyToSend = async (): Promise<Visit> => {
  const visit = await signedIn();
  await visit.element.start('one');
  await fillIn(visit);
  return visit;
};

/** A reload after the sign-in and all that follows, by a person who does not give up. */
export const restOfVisit = async (first: Visit): Promise<Visit> => {
  const visit = reload(first, { requestType: 'one' });
  await persistTo(visit, 'details');
  await fillIn(visit);
  await visit.press('Submit request');
  await persistTo(visit, 'confirmation');
  return visit;
};

/** A whole visit with a reload in it, during which calls go wrong. */
export const wholeVisit = async (...faults: readonly Fault[]): Promise<Visit> => {
  const portal = await ask('portal', { config: everyStep() });
  await fault(portal, ...faults);
  const first = place(portal);
  await persistTo(first, 'start');
  return restOfVisit(first);
};

/** The request arrived once, with what was filled in. */
export const arrivedOnce = async (visit: Visit): Promise<void> => {
  await visit.onStep('confirmation');
  const requests = await stored(visit);
  expect(requests.map(({ submission: { answers, checklist } }) => ({ answers, checklist }))).to.deep.equal([
    { answers: { remarks: 'kept' }, checklist: { safe: { answer: 'yes' } } },
  ]);
};

/** Settles when the device keeps what was typed. */
export const saved = (visit: Visit) => until('the draft', () => visit.heard('portal-draft-saved').length > 0);

/** Steps of a guest's request, each with what is there when it is shown. */
export const toStep = async (step: string): Promise<Visit> => {
  const visit = await mountFields([remarks], {
    checklist: [{ id: 'safe', label: 'Safe?', kind: 'yes-no', required: true }],
  });
  await visit.fill('Remarks', 'kept');
  if (step !== 'details') await visit.press('Next');
  if (step === 'submit') {
    await visit.choose('Yes');
    await visit.press('Next');
  }
  await visit.onStep(step);
  return visit;
};
