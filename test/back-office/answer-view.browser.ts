import { expect, fixture, html } from '@open-wc/testing';
import type { Field } from '../../src/contract/index.js';
import { answerSections, readingOf } from '../../demo/back-office/answers.js';
import { createOfficeApi } from '../../demo/back-office/api.js';
import type { OfficeRequest } from '../../demo/office-contract/index.js';
import type { Office } from '../../demo/back-office/office.js';
import { answerSectionList } from '../../demo/back-office/parts/answer-view.js';
import { createWords } from '../../demo/back-office/words.js';

const fields: Field[] = [
  { id: 'signed', type: 'signature', label: 'Handtekening' },
  { id: 'when', type: 'appointment', label: 'Wanneer' },
  { id: 'where', type: 'address', label: 'Adres' },
  {
    ...{ id: 'units', type: 'repeat', label: 'Toestellen', rowLabel: 'Toestel' },
    fields: [
      { id: 'unit', type: 'lookup', label: 'Installatie', source: 'assets' },
      { id: 'photos', type: 'file', label: 'Foto’s' },
    ],
  },
];

const file = (id: string, name: string) => ({ id, name, type: 'image/png', size: 2048 });

const answers = {
  signed: { attachment: file('f1', 'handtekening.png') },
  when: [
    { date: '2026-12-04', part: 'morning' },
    { date: '2026-12-03', part: 'evening' },
  ],
  where: { postcode: '9712 AB', houseNumber: '12', street: 'Singel', city: 'Groningen', country: 'NL' },
  units: [{ unit: { id: 'a', label: '<b>Nefit</b>' } }, { photos: [file('f2', 'plaatje.png')] }],
};

const words = createWords('nl');
const office = {
  api: createOfficeApi({ sessionExpired: () => undefined, portalChanged: () => undefined }),
  words,
} as Office;

const draw = async (): Promise<HTMLElement> => {
  const request = {
    definition: { id: 'r', label: 'R', sections: [{ id: 's', title: 'Werk', fields }], checklist: [], terms: [] },
    submission: { requestType: 'r', configVersion: '1', locale: 'nl', answers, checklist: {}, terms: {} },
    portalLocale: 'nl',
  } as unknown as OfficeRequest;
  const sections = answerSections(request, readingOf(request, words));
  return fixture<HTMLElement>(
    html`<main>
      <h1>PR</h1>
      <h2>Antwoorden</h2>
      ${answerSectionList(office, sections)}
    </main>`,
  );
};

const answerTo = (root: HTMLElement, label: string): HTMLElement => {
  const term = [...root.querySelectorAll('dt')].find((one) => one.textContent === label);
  const answer = term?.nextElementSibling;
  if (!(answer instanceof HTMLElement)) throw new Error(`There is no answer to ${label}`);
  return answer;
};

describe('the answers of a request in the back office', () => {
  it('show a drawn signature as a file to open', async () => {
    const link = answerTo(await draw(), 'Handtekening').querySelector('a');
    expect(link?.textContent).to.equal('handtekening.png');
    expect(link?.getAttribute('href')).to.equal('/api/office/attachments/f1');
  });

  it('show appointments as a numbered list and an address on two lines', async () => {
    const root = await draw();
    const choices = [...answerTo(root, 'Wanneer').querySelectorAll('ol > li')].map((one) => one.textContent);
    expect(choices).to.deep.equal(['vrijdag 4 december 2026, ochtend', 'donderdag 3 december 2026, avond']);
    expect(answerTo(root, 'Adres').innerText.trim()).to.equal('Singel 12\n9712 AB Groningen');
  });

  it('show each row under its number, as text and never as markup', async () => {
    const rows = [...answerTo(await draw(), 'Toestellen').querySelectorAll<HTMLElement>('ol > li')];
    expect(rows.map((row) => row.querySelector('strong')?.textContent)).to.deep.equal(['Toestel 1', 'Toestel 2']);
    expect(rows[0]?.textContent).to.contain('<b>Nefit</b>');
    expect(rows[1]?.querySelector('a')?.textContent).to.equal('plaatje.png');
  });

  it('can be read by everyone', async () => {
    await expect(await draw()).to.be.accessible();
  });
});
