import { expect, fixture, html } from '@open-wc/testing';
import { header } from '../../demo/back-office/parts/header.js';
import { OfficeMenu } from '../../demo/back-office/parts/menu.js';
import { FIRST_ROUTE, type Route } from '../../demo/back-office/route.js';
import { maySee, sectionRoute, type Section } from '../../demo/back-office/sections.js';
import { createWords } from '../../demo/back-office/words.js';

customElements.define('office-menu', OfficeMenu);

const staff = { id: 's', name: 'Sanne', email: 'sanne@example.com', role: 'manager' } as const;
const portal = { id: 'lifts', name: { nl: 'Liftportaal', en: 'Lift portal' }, locale: 'nl' };
const session = { staff, portal, expiresAt: '2026-12-01T00:00:00Z' };
const nothing = () => undefined;

const draw = (route: Route, isSignedIn = true): Promise<HTMLElement> =>
  fixture(html`
    <div>
      ${header({ words: createWords('nl'), route, session: isSignedIn ? session : undefined, speak: nothing, signOut: nothing })}
      <main id="main"><h1>Kop</h1></main>
    </div>
  `);

describe('the bar of the back office', () => {
  it('shows where one is and where one can go', async () => {
    const root = await draw(FIRST_ROUTE);
    const current = root.querySelectorAll('nav [aria-current=page]');
    expect([...current].map(({ textContent }) => textContent)).to.deep.equal(['Werkbonnen']);
    await expect(root).to.be.accessible();
  });

  it('leads a manager to the settings, and says so while they are there', async () => {
    const root = await draw(sectionRoute('settings', ['publish']));
    expect(root.querySelector('nav [aria-current=page]')?.textContent).to.equal('Instellingen');
  });

  it('says for which portal one works, and leads to the others', async () => {
    const link = (await draw(sectionRoute('portals'))).querySelector('a.portal-name');
    expect(link?.textContent.trim()).to.match(/^Portaal:\s+Liftportaal$/);
    expect(link?.getAttribute('aria-current')).to.equal('page');
  });

  it('says in the menu of a phone where one is, also for which portal one chooses', async () => {
    const here = async (route: Route) =>
      (await draw(route)).querySelector('.menu')?.textContent.replace(/\s+/g, ' ').trim();
    expect(await here(sectionRoute('customers'))).to.equal('Menu: Klanten');
    expect(await here(sectionRoute('portals'))).to.equal('Menu: Portalen');
    expect(await here({ page: 'not-found' })).to.equal('Menu');
  });

  it('leads nowhere before somebody signs in', async () => {
    expect((await draw(FIRST_ROUTE, false)).querySelector('nav')).to.equal(null);
  });

  it('leads to a section only those whose role may see it', () => {
    const section: Section = { path: 'x', label: 'office', roles: ['manager'], page: () => html`` };
    expect([maySee(section, staff), maySee(section, { role: 'office' }), maySee(section, undefined)]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});
