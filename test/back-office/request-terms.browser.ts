import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeRequest } from '../../demo/office-contract/index.js';
import type { Office } from '../../demo/back-office/office.js';
import { termsCard } from '../../demo/back-office/parts/request-sections.js';
import { createWords } from '../../demo/back-office/words.js';

const TEXT = [
  '## Kosten',
  'Een bezoek kost **€ 85**. Zie [de tarieven](https://example.com/tarieven).',
  '- <img src=x onerror=alert(1)> blijft tekst',
  '- [klik](javascript:alert(1))',
].join('\n\n');

const request = {
  definition: { terms: [{ id: 'general', version: '2', label: 'Voorwaarden', required: true, text: TEXT }] },
  submission: { terms: { general: { version: '2', accepted: true } } },
  acceptedTerms: [{ id: 'general', at: '2026-11-20T09:00:00Z' }],
} as unknown as OfficeRequest;

const draw = async (): Promise<HTMLElement> => {
  const office = { words: createWords('nl') } as Office;
  const root = await fixture<HTMLElement>(
    html`<main>
      <h1>PR-2026-000001</h1>
      ${termsCard(office, request)}
    </main>`,
  );
  root.querySelector('details')?.setAttribute('open', '');
  return root;
};

describe('the terms of a request in the back office', () => {
  it('are shown as the customer read them', async () => {
    const root = await draw();
    expect(root.querySelector('h4')?.textContent).to.equal('Kosten');
    expect(root.querySelector('strong')?.textContent).to.equal('€ 85');
    expect(root.querySelector('a')?.href).to.equal('https://example.com/tarieven');
    expect(root.querySelectorAll('li')).to.have.length(2);
    await expect(root).to.be.accessible();
  });

  it('bring no element or script of their own', async () => {
    const root = await draw();
    expect(root.querySelector('img')).to.equal(null);
    expect(root.querySelector('li')?.textContent).to.contain('<img src=x onerror=alert(1)>');
    expect([...root.querySelectorAll('a')].map(({ protocol }) => protocol)).to.deep.equal(['https:']);
  });
});
