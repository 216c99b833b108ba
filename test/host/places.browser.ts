import { expect } from '@open-wc/testing';
import { cleanUp, place, until, visitOf, type Visit } from '../harness.js';
import type { PortalRequestForm } from '../../src/index.js';
import { hasOneRequest, openPortal, sendAsGuest, visitPage } from './journey.js';
import { openPage, SCRIPT, tagFor } from './page.js';

afterEach(cleanUp);

const onDetails = async (visit: Visit): Promise<void> => {
  await visit.press('Continue as guest');
  await visit.onStep('details');
  await visit.fill('Remarks', 'kept');
};
const remarksOf = async (visit: Visit): Promise<string> => (await visit.label('Remarks')).value;

describe('several forms on a page', () => {
  it('65 in two languages with two portals know nothing of each other', async () => {
    const portals = [await openPortal(), await openPortal()] as const;
    const [english, dutch] = [place(portals[0]), place(portals[1], { lang: 'nl' })];
    await sendAsGuest(english);
    await dutch.role('button', 'Verder als gast');
    expect(dutch.element.step).to.equal('sign-in');
    await hasOneRequest(portals[0]);
  });

  it('65 are twenty, and each keeps its own answer', async () => {
    const portal = await openPortal();
    const visits = Array.from({ length: 20 }, () => place(portal, { noDrafts: true }));
    for (const visit of visits) await visit.onStep('sign-in');
    const [first, second] = [visits[3], visits[17]] as [Visit, Visit];
    for (const visit of [first, second]) {
      await visit.press('Continue as guest');
      await visit.element.start('one');
      await visit.onStep('details');
    }
    await first.fill('Remarks', 'of the fourth');
    await second.fill('Remarks', 'of the eighteenth');
    expect(await remarksOf(first)).to.equal('of the fourth');
    expect(await remarksOf(second)).to.equal('of the eighteenth');
  });
});

describe('an element that', () => {
  const moves: [string, (element: PortalRequestForm) => void][] = [
    ['is moved', (element) => element.parentElement?.before(element)],
    [
      'is taken away and put back',
      (element) => {
        const parent = element.parentElement;
        element.remove();
        parent?.append(element);
      },
    ],
    ['is put into another shadow root', (element) => inShadow(element)],
    ['is put into a dialog that opens', (element) => inDialog(element)],
  ];
  const inShadow = (element: PortalRequestForm): void => {
    const around = document.createElement('section');
    element.before(around);
    around.attachShadow({ mode: 'closed' }).append(element);
  };
  const inDialog = (element: PortalRequestForm): void => {
    const dialog = document.createElement('dialog');
    element.before(dialog);
    dialog.append(element);
    dialog.showModal();
  };

  for (const [what, move] of moves) {
    it(`66 ${what} in the middle of a request goes on and is sent once`, async () => {
      const visit = place(await openPortal(), { requestType: 'one' });
      await onDetails(visit);
      move(visit.element);
      await visit.element.updateComplete;
      expect(await remarksOf(visit)).to.equal('kept');
      await visit.choose('Attic');
      await visit.press('Next');
      await visit.choose('Yes');
      await visit.press('Next');
      await visit.fill('Name', 'Ann');
      await visit.fill('E-mail address', 'ann@example.com');
      await visit.press('Submit request');
      await visit.onStep('confirmation');
      await hasOneRequest(visit.portal);
    });
  }

  it('66 is cloned begins anew, and the first goes on', async () => {
    const visit = place(await openPortal(), { requestType: 'one' });
    await onDetails(visit);
    const copy = visit.element.cloneNode(true) as PortalRequestForm;
    visit.element.after(copy);
    const other = visitOf(copy, visit.portal);
    await until('the step of the copy', () => copy.step !== 'loading');
    expect(copy.getAttribute('step')).to.equal(copy.step);
    await until('the words of the copy', () => other.text());
    expect(await remarksOf(visit)).to.equal('kept');
  });

  it('66 stands in a template is nothing until it is used', async () => {
    const portal = await openPortal();
    const page = await openPage({ head: SCRIPT, body: `<template>${tagFor(portal)}</template><main></main>` });
    const template = page.document.querySelector('template');
    if (template) page.document.querySelector('main')?.append(template.content.cloneNode(true));
    await sendAsGuest(await page.visit(portal));
    await hasOneRequest(portal);
  });

  const hiding: [string, string, (box: HTMLElement) => void][] = [
    ['display: none', 'style="display: none"', (box) => box.removeAttribute('style')],
    ['the attribute hidden', 'hidden', (box) => (box.hidden = false)],
    ['content-visibility', 'style="content-visibility: hidden"', (box) => box.removeAttribute('style')],
    ['a tab of no height', 'style="height: 0; overflow: hidden"', (box) => box.removeAttribute('style')],
  ];
  for (const [what, attribute, show] of hiding) {
    it(`66 is hidden at first by ${what} is ready when it is shown, and takes no focus`, async () => {
      const portal = await openPortal();
      const page = await openPage({
        head: SCRIPT,
        body: `<button>Show</button><div ${attribute}>${tagFor(portal)}</div>`,
      });
      const visit = await page.visit(portal);
      await visit.onStep('sign-in');
      expect(page.document.activeElement).to.equal(page.document.body);
      show(await until('the box', () => page.document.querySelector('div')));
      await sendAsGuest(visit);
      await hasOneRequest(portal);
    });
  }

  it('66 stands in a frame of another page is sent as anywhere', async () => {
    const { visit } = await visitPage({});
    await sendAsGuest(visit);
    await hasOneRequest(visit.portal);
  });
});
