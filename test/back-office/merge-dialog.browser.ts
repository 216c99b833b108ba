import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeApi } from '../../demo/back-office/api.js';
import { OfficeFailure } from '../../demo/back-office/failure.js';
import type { Office } from '../../demo/back-office/office.js';
import { MergeDialog } from '../../demo/back-office/parts/merge-dialog.js';
import { createWords } from '../../demo/back-office/words.js';
import type { DuplicateCandidate, OfficeRequest } from '../../demo/office-contract/index.js';
import { until } from '../harness.js';
import { button, says } from './shown.js';

customElements.define('office-merge-dialog', MergeDialog);

const request = { id: 'r2', reference: 'PR-2026-000002' } as OfficeRequest;
const other: DuplicateCandidate = {
  ...{ id: 'r1', reference: 'PR-2026-000001', requestType: 'fault', title: { nl: '<b>Storing</b>' } },
  ...{ portalLocale: 'nl', status: 'submitted', isUnread: false, isAboutSame: true },
  ...{ submittedAt: '2026-11-27T10:00:00Z', updatedAt: '2026-11-27T10:00:00Z' },
  customer: { name: 'Anna', email: 'anna@example.com', guest: true },
};

type Desk = Pick<OfficeApi, 'duplicates' | 'merge'>;

const open = async (change: Partial<Desk> = {}) => {
  const merged: unknown[] = [];
  const desk: Desk = {
    duplicates: () => Promise.resolve([other]),
    merge: (...asked) => Promise.resolve(void merged.push(asked)),
    ...change,
  };
  const office = { api: desk as OfficeApi, words: createWords('nl') } as Office;
  const told = (event: CustomEvent<string>) => void merged.push(event.detail);
  const root = await fixture<HTMLElement>(
    html`<main>
      <h1>PR</h1>
      <office-merge-dialog .office=${office} .request=${request} @merged=${told}></office-merge-dialog>
    </main>`,
  );
  (await button(root, 'Is een dubbele aanvraag')).click();
  return { root, merged, dialog: root.querySelector('dialog') };
};

describe('merging a request in the back office', () => {
  it('shows as text what it may repeat, can be read by everyone, and waits for a choice', async () => {
    const { root, merged } = await open();
    await says(root, 'gaat over hetzelfde');
    expect(root.querySelector('label')?.textContent).to.contain('<b>Storing</b>');
    (await button(root, 'Sluiten en samenvoegen')).click();
    await says(root, 'Kies eerst de andere aanvraag.');
    await expect(root).to.be.accessible();
    expect(merged).to.deep.equal([]);
  });

  it('merges into the one that was chosen, once, closes, and tells the page', async () => {
    const { root, merged, dialog } = await open();
    (await until('the choice', () => root.querySelector<HTMLInputElement>('input'))).click();
    const confirm = await button(root, 'Sluiten en samenvoegen');
    confirm.click();
    confirm.click();
    await until('the end', () => !dialog?.open);
    expect(merged).to.deep.equal([['r2', 'r1'], 'PR-2026-000001']);
  });

  it('says that there is nothing to choose, and offers only the way out', async () => {
    const { root, dialog } = await open({ duplicates: () => Promise.resolve([]) });
    await says(root, 'Er is geen andere aanvraag van deze klant');
    await expect(root).to.be.accessible();
    (await button(root, 'Annuleren')).click();
    expect(dialog?.open).to.equal(false);
    expect(root.querySelectorAll('dialog button').length).to.equal(1);
  });

  it('stays open with what the server said against it', async () => {
    const { root, dialog, merged } = await open({ merge: () => Promise.reject(new OfficeFailure('network')) });
    (await until('the choice', () => root.querySelector<HTMLInputElement>('input'))).click();
    (await button(root, 'Sluiten en samenvoegen')).click();
    await until('the failure', () => root.querySelector('dialog .notice-error'));
    expect([dialog?.open, merged.length]).to.deep.equal([true, 0]);
  });
});
