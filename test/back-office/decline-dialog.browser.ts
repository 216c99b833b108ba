import { expect, fixture, html } from '@open-wc/testing';
import { DeclineDialog } from '../../demo/back-office/parts/decline-dialog.js';
import { createWords } from '../../demo/back-office/words.js';
import type { DeclineReason } from '../../demo/office-contract/index.js';
import { until } from '../harness.js';
import { button, says } from './shown.js';

customElements.define('office-decline-dialog', DeclineDialog);

const REASONS: readonly DeclineReason[] = [
  { id: 'far', text: { nl: 'Te ver weg', en: 'Too far away' } },
  { id: 'sold', text: { nl: 'Niet van ons' } },
];

const open = async (reasons = REASONS) => {
  const declined: unknown[] = [];
  const keep = ({ detail }: CustomEvent) => void declined.push(detail);
  const root = await fixture<HTMLElement>(
    html`<main>
      <h1>PR</h1>
      <office-decline-dialog
        .words=${createWords('en')}
        .reference=${'PR-2026-000001'}
        .portalLocale=${'nl'}
        .reasons=${reasons}
        @decline=${keep}
      ></office-decline-dialog>
    </main>`,
  );
  const element = root.querySelector<DeclineDialog>('office-decline-dialog');
  if (!element) throw new Error('There is no dialog');
  element.open();
  const own = await until('the words', () => root.querySelector<HTMLTextAreaElement>('textarea'));
  return { root, declined, element, own };
};

describe('declining a request in the back office', () => {
  it('offers the portal’s reasons, in its own language where the reader’s is missing', async () => {
    const { root } = await open();
    const options = [...root.querySelectorAll('option')].map((one) => one.textContent);
    expect(options).to.deep.equal(['Another reason, namely:', 'Too far away', 'Niet van ons']);
    expect(document.activeElement?.id).to.equal('decline-list');
    await expect(root).to.be.accessible();
  });

  it('asks for a reason when nothing is chosen or typed, at the field that can take it', async () => {
    const { root, declined, own } = await open();
    own.value = '  ';
    (await button(root, 'Decline')).click();
    await until('the error', () => own.getAttribute('aria-invalid') === 'true');
    expect(document.activeElement).to.equal(own);
    expect(declined).to.deep.equal([]);
    await expect(root).to.be.accessible();
  });

  it('gives what was chosen, what was typed, or both', async () => {
    const { root, declined, own } = await open();
    const list = root.querySelector('select');
    const decline = await button(root, 'Decline');
    if (list) list.value = 'far';
    decline.click();
    own.value = ' Ask the town. ';
    decline.click();
    if (list) list.value = '';
    decline.click();
    const typed = { reason: 'Ask the town.' };
    expect(declined).to.deep.equal([{ reasonId: 'far' }, { ...typed, reasonId: 'far' }, typed]);
  });

  it('has no list where the portal has no reasons, and declines once while it is busy', async () => {
    const { root, declined, element, own } = await open([]);
    await says(root, 'PR-2026-000001');
    expect(document.activeElement).to.equal(own);
    own.value = 'No.';
    (await button(root, 'Decline')).click();
    element.isBusy = true;
    (await button(root, 'Decline')).click();
    expect(declined).to.deep.equal([{ reason: 'No.' }]);
  });

  it('keeps what was typed when it is closed and opened again', async () => {
    const { root, element, own } = await open();
    own.value = 'Nearly';
    (await button(root, 'Cancel')).click();
    expect(root.querySelector('dialog')?.open).to.equal(false);
    element.open();
    expect(own.value).to.equal('Nearly');
  });
});
