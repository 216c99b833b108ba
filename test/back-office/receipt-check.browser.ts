import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeRequest, ReceiptReport } from '../../demo/office-contract/index.js';
import type { OfficeApi } from '../../demo/back-office/api.js';
import { OfficeFailure } from '../../demo/back-office/failure.js';
import type { Office } from '../../demo/back-office/office.js';
import { ReceiptCheck } from '../../demo/back-office/parts/receipt-check.js';
import { createWords } from '../../demo/back-office/words.js';
import { until } from '../harness.js';

customElements.define('office-receipt-check', ReceiptCheck);

const field = { id: 'what', type: 'text', label: { nl: 'Wat', en: 'What' } };
const request = {
  ...{ id: 'r1', reference: 'PR-2026-000001', portalLocale: 'nl' },
  definition: { id: 'r', label: 'R', sections: [{ id: 's', fields: [field] }], checklist: [], terms: [] },
} as unknown as OfficeRequest;

const REPORT: ReceiptReport = { issues: [], reference: 'PR-2026-000001', isOfThisRequest: true, differences: [] };

const draw = async (answer: () => Promise<ReceiptReport>): Promise<HTMLElement> => {
  const api = { checkReceipt: answer } as unknown as OfficeApi;
  const office = { api, words: createWords('nl') } as Office;
  const root = await fixture<HTMLElement>(
    html`<main>
      <h1>PR</h1>
      <office-receipt-check .office=${office} .request=${request}></office-receipt-check>
    </main>`,
  );
  return root;
};

/** The clerk picks a file, and waits until this is said of it. */
const pick = async (root: HTMLElement, text: string, said: string, name = 'receipt.json'): Promise<HTMLElement> => {
  const input = root.querySelector('input');
  const status = root.querySelector<HTMLElement>('[role=status]');
  if (!input || !status) throw new Error('There is nothing to pick a file with');
  const picked = new DataTransfer();
  picked.items.add(new File([text], name, { type: 'application/json' }));
  input.files = picked.files;
  input.dispatchEvent(new Event('change'));
  await until(said, () => status.innerText.includes(said));
  return status;
};

const FILE = JSON.stringify({ format: 'portal-request-receipt' });

describe('checking a proof of submission in the back office', () => {
  it('says that it is authentic, and can be read by everyone', async () => {
    const root = await draw(() => Promise.resolve(REPORT));
    await pick(root, FILE, 'Dit bewijs is echt en hoort bij deze aanvraag.');
    await expect(root).to.be.accessible();
  });

  it('says why it is not, and shows what differs as text under the label it was asked with', async () => {
    const report: ReceiptReport = {
      ...REPORT,
      issues: [{ pointer: '/submission', code: 'digest' }],
      differences: [{ pointer: '/answers/what', inFile: '<b>Lift</b>' }],
    };
    const root = await draw(() => Promise.resolve(report));
    const status = await pick(root, FILE, 'Dit bewijs is niet echt.');
    expect(status.innerText).to.contain('nadat het bewijs was gegeven');
    expect(status.querySelector('dt')?.textContent).to.equal('Wat');
    expect(status.querySelector('dd')?.innerText.replace(/\s+/g, ' ')).to.contain(
      'In het bestand: <b>Lift</b> Hier: niets',
    );
    await expect(root).to.be.accessible();
  });

  it('says of which other request it is', async () => {
    const root = await draw(() => Promise.resolve({ ...REPORT, reference: 'PR-2026-000009', isOfThisRequest: false }));
    await pick(root, FILE, 'hoort bij een andere aanvraag: PR-2026-000009');
  });

  it('says that another file is none, and what went wrong on the way, and takes the same file again', async () => {
    let answers = 0;
    const root = await draw(() => {
      answers += 1;
      return answers === 1 ? Promise.reject(new OfficeFailure('network')) : Promise.resolve(REPORT);
    });
    for (const [index, text] of ['{', '{}', 'null'].entries()) {
      await pick(root, text, `foto-${index}.jpg is geen bewijs van indiening`, `foto-${index}.jpg`);
    }
    await pick(root, FILE, 'geen verbinding');
    await pick(root, FILE, 'Dit bewijs is echt');
  });
});
