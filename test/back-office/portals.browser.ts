import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeApi } from '../../demo/back-office/api.js';
import type { PortalDesk } from '../../demo/back-office/api/portals.js';
import { OfficeFailure } from '../../demo/back-office/failure.js';
import { createOfficeEvents } from '../../demo/back-office/events.js';
import type { Office } from '../../demo/back-office/office.js';
import { PortalsPage, type PortalSwitch } from '../../demo/back-office/pages/portals.js';
import { NewPortalForm } from '../../demo/back-office/parts/new-portal.js';
import type { NewPortal, StaffPortal, StaffSession } from '../../demo/office-contract/index.js';
import { createWords } from '../../demo/back-office/words.js';
import { until } from '../harness.js';

customElements.define('office-portals', PortalsPage);
customElements.define('office-new-portal', NewPortalForm);

const here: StaffPortal = { id: 'lifts', name: 'Liften', locale: 'nl', role: 'manager', isCurrent: true };
const there: StaffPortal = {
  id: 'heating',
  name: { nl: 'Verwarming' },
  locale: 'nl',
  role: 'office',
  isCurrent: false,
};
const session = { portal: { id: 'heating' } } as StaffSession;

const draw = async (change: Partial<PortalDesk> = {}): Promise<HTMLElement> => {
  const portals: PortalDesk = {
    list: () => Promise.resolve([here, there]),
    make: ({ id }) => Promise.resolve({ ...there, id }),
    switchTo: () => Promise.resolve(session),
    ...change,
  };
  const office: Office = {
    api: { portals } as OfficeApi,
    words: createWords('nl'),
    router: { takeArrival: () => false } as Office['router'],
    events: createOfficeEvents(() => undefined),
  };
  const page = await fixture<HTMLElement>(html`<main><office-portals .office=${office}></office-portals></main>`);
  await until('the portals', () => page.querySelector('li') !== null);
  return page;
};

const button = (page: HTMLElement, name: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find((one) =>
    [one.textContent.trim(), one.getAttribute('aria-label')].includes(name),
  );
  if (!found) throw new Error(`There is no button “${name}”`);
  return found;
};

const type = (page: HTMLElement, id: string, text: string): void => {
  const input = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!input) throw new Error(`There is no field ${id}`);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

const value = (page: HTMLElement, id: string): string | undefined =>
  page.querySelector<HTMLInputElement>(`#${id}`)?.value;

describe('the portals of somebody of the office', () => {
  it('are listed with what they may do there, and one of them is where they work now', async () => {
    const page = await draw();
    const rows = [...page.querySelectorAll('li')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal([
      'Liften lifts · Beheerder Hier werkt u nu',
      'Verwarming heating · Kantoor Naar dit portaal',
    ]);
    await expect(page).to.be.accessible();
  });

  it('are gone to with a button that names them', async () => {
    const page = await draw();
    let went: PortalSwitch | undefined;
    page.addEventListener('portal-switched', (event) => {
      went = (event as CustomEvent<PortalSwitch>).detail;
    });
    button(page, 'Naar dit portaal: Verwarming').click();
    await until('the other portal', () => went !== undefined);
    expect(went).to.deep.equal({ session, isNew: false });
  });

  it('can be added to by managers only', async () => {
    const page = await draw({ list: () => Promise.resolve([{ ...here, role: 'office' }]) });
    expect(page.querySelector('form')).to.equal(null);
  });
});

describe('a new portal', () => {
  it('gets an address that follows its name until somebody types another', async () => {
    const page = await draw();
    type(page, 'portal-name', 'Café & Lifts');
    expect(value(page, 'portal-id')).to.equal('cafe-lifts');
    type(page, 'portal-id', 'own');
    type(page, 'portal-name', 'Other');
    expect(value(page, 'portal-id')).to.equal('own');
  });

  it('is made in the languages that are ticked, its own first, and worked for at once', async () => {
    let made: NewPortal | undefined;
    const page = await draw({
      make: (portal) => {
        made = portal;
        return Promise.resolve({ ...there, id: portal.id });
      },
    });
    const went = new Promise((resolve) => {
      page.addEventListener('portal-switched', resolve);
    });
    type(page, 'portal-name', 'Lifts');
    page.querySelectorAll<HTMLInputElement>('[type=checkbox]')[1]?.click();
    await until('the own language', () => page.querySelector('select'));
    button(page, 'Portaal maken').click();
    expect(((await went) as CustomEvent<PortalSwitch>).detail.isNew).to.equal(true);
    expect(made).to.deep.equal({ id: 'lifts-2', name: 'Lifts', locales: ['nl', 'en'] });
  });

  it('says what is wrong at its place', async () => {
    const issues = [{ pointer: '/name', code: 'required' }];
    const page = await draw({ make: () => Promise.reject(new OfficeFailure('refused', 422, undefined, issues)) });
    button(page, 'Portaal maken').click();
    await until('focus on the name', () => document.activeElement?.id === 'portal-name');
    expect(page.querySelector('#portal-name-error')?.textContent).to.contain('Vul een naam in');
    await expect(page).to.be.accessible();
  });

  it('asks for another address when somebody else has it', async () => {
    const page = await draw({ make: () => Promise.reject(new OfficeFailure('conflict', 409)) });
    button(page, 'Portaal maken').click();
    await until('focus on the id', () => document.activeElement?.id === 'portal-id');
    expect(page.querySelector('#portal-id-error')?.textContent).to.contain('Kies een andere');
  });
});
