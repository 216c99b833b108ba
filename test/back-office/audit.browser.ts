import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeApi } from '../../demo/back-office/api.js';
import { createOfficeEvents } from '../../demo/back-office/events.js';
import type { Office } from '../../demo/back-office/office.js';
import { AuditPage } from '../../demo/back-office/pages/audit.js';
import { addressOf, type Route } from '../../demo/back-office/route.js';
import { sectionRoute } from '../../demo/back-office/sections.js';
import type { AuditPage as Entries } from '../../demo/office-contract/index.js';
import { createWords } from '../../demo/back-office/words.js';
import { until } from '../harness.js';

customElements.define('office-audit', AuditPage);

const AT = '2026-11-27T10:00:00Z';
const by = { id: 's1', name: 'Carla' };
const page: Entries = {
  staff: [by, { id: 's2', name: 'Ben' }],
  nextCursor: 'older',
  items: [
    { id: '3', at: AT, action: 'request.exported', by, details: { format: 'csv', status: 'needs-info' } },
    { id: '2', at: AT, action: 'request.read', by, about: { id: 'r1', label: 'PR-2026-000001' } },
    { id: '1', at: AT, action: 'settings.published', about: { label: '4' } },
    { id: '0', at: AT, action: 'customer.exported', by, about: { id: 'c1', label: 'c1' } },
    { id: '-1', at: AT, action: 'customer.erased', by, about: { id: 'c2', label: 'c2' } },
  ],
};

const draw = async (value: Entries, search = '') => {
  const asked: string[] = [];
  const gone: string[] = [];
  const audit: OfficeApi['audit'] = (wanted) => {
    asked.push(String(wanted));
    return Promise.resolve(value);
  };
  const api = { audit } as unknown as OfficeApi;
  const go = (route: Route) => void gone.push(addressOf(route));
  const router = { takeArrival: () => false, go } as unknown as Office['router'];
  const office: Office = { api, words: createWords('nl'), router, events: createOfficeEvents(() => undefined) };
  const route = sectionRoute('audit', [], search);
  const root = await fixture<HTMLElement>(
    html`<main><office-audit .office=${office} .route=${route}></office-audit></main>`,
  );
  await until('the list', () => root.querySelector('table, .empty'));
  return { root, asked, gone };
};

const text = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('the audit in the back office', () => {
  it('says who did what, when and about what, for everyone to read', async () => {
    const { root } = await draw(page);
    const rows = [...root.querySelectorAll('tbody tr')].map(text);
    expect(rows[0]).to.contain('CarlaAanvragen geëxporteerd als: csv, status: Wacht op klant');
    expect(rows[2]).to.contain('De server zelfInstellingen gepubliceerd4');
    const links = [...root.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['/back-office/requests/r1', '/back-office/customers/c1']);
    await expect(root).to.be.accessible();
  });

  it('is narrowed by what is chosen, which begins at the newest again', async () => {
    const { root, asked, gone } = await draw(page, 'group=reading&cursor=older');
    expect(asked).to.deep.equal(['group=reading&cursor=older']);
    const select = root.querySelector<HTMLSelectElement>('#staff');
    if (select) select.value = 's2';
    select?.dispatchEvent(new Event('input', { bubbles: true }));
    expect(gone).to.deep.equal(['/back-office/audit?group=reading&staff=s2']);
  });

  it('leads to what is older, and back to the newest', async () => {
    const { root } = await draw(page, 'since=2026-11-01&cursor=now');
    const links = [...root.querySelectorAll<HTMLAnchorElement>('nav.paging a')].map((link) => [
      text(link),
      link.getAttribute('href'),
    ]);
    expect(links).to.deep.equal([
      ['Naar het begin', '/back-office/audit?since=2026-11-01'],
      ['Ouder', '/back-office/audit?since=2026-11-01&cursor=older'],
    ]);
  });

  it('says that nothing fits, with the way to all of it', async () => {
    const { root } = await draw({ items: [], staff: [] }, 'about=PR-1');
    expect(text(root.querySelector('.empty'))).to.equal('Niets gevonden. Filters wissen');
    await expect(root).to.be.accessible();
  });
});
