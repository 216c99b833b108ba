import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeRequest } from '../../demo/office-contract/index.js';
import type { Office } from '../../demo/back-office/office.js';
import { historyCard } from '../../demo/back-office/parts/request-sections.js';
import { createWords } from '../../demo/back-office/words.js';

const history: OfficeRequest['history'] = [
  { at: '2026-11-20T09:00:00Z', status: 'submitted', by: 'customer' },
  { at: '2026-11-20T10:00:00Z', status: 'submitted', by: 'customer', note: 'Het lekt\n<i>nu</i> ook.' },
  { at: '2026-11-20T11:00:00Z', status: 'declined', by: 'office', note: 'Te ver weg' },
  { at: '2026-11-20T12:00:00Z', status: 'submitted', by: 'office', note: 'Weer los' },
];

const draw = async (): Promise<HTMLElement[]> => {
  const office = { words: createWords('nl') } as Office;
  const root = await fixture<HTMLElement>(html`<div>${historyCard(office, { history } as OfficeRequest)}</div>`);
  return [...root.querySelectorAll<HTMLElement>('ol > li')];
};

describe('the history of a request in the back office', () => {
  it('tells a message of the customer from a change of status, and shows it as text', async () => {
    const [sent, message, declined] = await draw();
    expect(sent?.textContent).to.contain('Ontvangen').and.not.to.contain('Bericht');
    expect(message?.textContent).to.contain('Bericht van de klant').and.not.to.contain('Ontvangen');
    expect(message?.querySelector('.words')?.textContent).to.equal('Het lekt\n<i>nu</i> ook.');
    expect(declined?.textContent).to.contain('Afgewezen').and.to.contain('Te ver weg');
  });

  it('says that the office opened it again', async () => {
    const reopened = (await draw()).at(-1);
    expect(reopened?.textContent).to.contain('Aanvraag weer open').and.to.contain('Weer los');
  });
});
