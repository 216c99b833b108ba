import { expect, fixture, html } from '@open-wc/testing';
import type { OptionPage } from 'portal-request-form/contract';
import type { OfficeApi } from '../../demo/back-office/api.js';
import type { People } from '../../demo/back-office/api/people.js';
import { createOfficeEvents } from '../../demo/back-office/events.js';
import { OfficeFailure } from '../../demo/back-office/failure.js';
import type { Office } from '../../demo/back-office/office.js';
import { CustomerImportPage } from '../../demo/back-office/pages/customer-import.js';
import { CustomerPage } from '../../demo/back-office/pages/customer.js';
import { CustomersPage } from '../../demo/back-office/pages/customers.js';
import { StaffPage } from '../../demo/back-office/pages/staff.js';
import { CustomerOptions } from '../../demo/back-office/parts/customer-options.js';
import { FormDialog } from '../../demo/back-office/parts/form-dialog.js';
import { sectionRoute, type SectionRoute } from '../../demo/back-office/sections.js';
import { createWords } from '../../demo/back-office/words.js';
import type { ImportPreview, OfficeCustomer, StaffMember, StaffRole } from '../../demo/office-contract/index.js';
import { until } from '../harness.js';

customElements.define('office-form-dialog', FormDialog);
customElements.define('office-customers', CustomersPage);
customElements.define('office-customer', CustomerPage);
customElements.define('office-customer-options', CustomerOptions);
customElements.define('office-customer-import', CustomerImportPage);
customElements.define('office-staff', StaffPage);

const AT = '2026-11-27T10:00:00Z';
const anna: OfficeCustomer = {
  ...{ id: 'c1', name: 'Anna <b>Bos</b>', email: 'anna@example.com', company: 'Lift B.V.', isDisabled: false },
  ...{ hasPassword: true, createdAt: AT, signIn: ['password', 'code'], requests: 2 },
  options: { assets: 1, addresses: 0, contacts: 0, projects: 0 },
};
const self: StaffMember = {
  ...{ id: 's1', name: 'Noor', email: 'noor@example.com', role: 'manager', isDisabled: false, isSelf: true },
};
const preview: ImportPreview = {
  ...{ kind: 'customers', counts: { new: 1, changed: 0, same: 0, wrong: 1 }, ignored: ['Sinds'] },
  lines: [
    { line: 3, outcome: 'wrong', what: 'nobody', issues: [{ pointer: '/email', code: 'format' }] },
    { line: 2, outcome: 'new', what: 'ben@example.com', issues: [] },
  ],
};

const refuse = (code: string, pointer: string) => () =>
  Promise.reject(new OfficeFailure('refused', 422, undefined, [{ pointer, code }]));

const desk = (change: Partial<People>): Partial<People> => ({
  customers: () => Promise.resolve({ items: [anna], next: 'x' }),
  customer: () => Promise.resolve(anna),
  options: (_id, source): Promise<OptionPage> =>
    Promise.resolve({ items: source === 'assets' ? [{ id: 'a', label: 'Lift 1', detail: 'Hal' }] : [] }),
  staff: () => Promise.resolve({ items: [self], invitations: [] }),
  ...change,
});

const gone: SectionRoute[] = [];

const draw = async (
  page: (office: Office) => unknown,
  change: Partial<People> = {},
  role: StaffRole = 'manager',
): Promise<HTMLElement> => {
  const api = { people: desk(change) } as unknown as OfficeApi;
  const router = {
    takeArrival: () => false,
    go: (route: SectionRoute) => void gone.push(route),
  } as unknown as Office['router'];
  const events = createOfficeEvents(() => undefined);
  const staff = { id: 's1', name: 'Noor', email: 'noor@example.com', role };
  const office: Office = { api, words: createWords('nl'), router, events, staff };
  return fixture<HTMLElement>(html`<main>${page(office)}</main>`);
};

const says = (root: HTMLElement, text: string): Promise<boolean> =>
  until(text, () => root.textContent.replace(/\s+/g, ' ').includes(text));

const button = (root: HTMLElement, name: string): Promise<HTMLButtonElement> =>
  until(name, () =>
    [...root.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).trim() === name),
  );

const fill = (root: HTMLElement, label: string, value: string): void => {
  const found = [...root.querySelectorAll('dialog[open] label')].find((one) => one.textContent.includes(label));
  const control = found && root.querySelector<HTMLInputElement>(`#${CSS.escape(found.getAttribute('for') ?? '')}`);
  if (!control) throw new Error(`There is no ${label}`);
  control.value = value;
};

const customersPage = (office: Office) =>
  html`<office-customers .office=${office} .route=${sectionRoute('customers')}></office-customers>`;
const customerPage = (office: Office) =>
  html`<office-customer .office=${office} .customerId=${'c1'}></office-customer>`;
const staffPage = (office: Office) => html`<office-staff .office=${office}></office-staff>`;
const importPage = (office: Office) => html`<office-customer-import .office=${office}></office-customer-import>`;

describe('the customers in the back office', () => {
  it('are listed with links to each and to the next page, and can be read by everyone', async () => {
    const root = await draw(customersPage);
    await says(root, 'Lift B.V.');
    expect(root.querySelector('tbody a')?.getAttribute('href')).to.equal('/back-office/customers/c1');
    expect(root.querySelector('a[rel=next]')?.getAttribute('href')).to.equal('/back-office/customers?after=x');
    await expect(root).to.be.accessible();
  });

  it('are found by what is typed, which stands in the address', async () => {
    const root = await draw(customersPage);
    const input = await until('the search box', () => root.querySelector<HTMLInputElement>('[type=search]'));
    input.value = 'lift';
    input.form?.requestSubmit();
    await until('the search', () => gone.at(-1)?.search === 'query=lift');
  });

  it('are not changed by who may only read', async () => {
    const list = await draw(customersPage, {}, 'office');
    await says(list, 'Lift B.V.');
    const one = await draw(customerPage, {}, 'office');
    await says(one, 'Lift 1');
    for (const root of [list, one]) {
      expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).to.deep.equal([]);
    }
  });
});

describe('a customer in the back office', () => {
  it('is shown as text, with what to choose from, and can be read by everyone', async () => {
    const root = await draw(customerPage);
    await says(root, 'Anna <b>Bos</b>');
    await says(root, 'Lift 1');
    await expect(root).to.be.accessible();
  });

  it('says at its place what is wrong with a change', async () => {
    const root = await draw(customerPage, { changeCustomer: refuse('known', '/email') });
    (await button(root, 'Wijzigen')).click();
    await until('the dialog', () => root.querySelector('dialog[open]'));
    fill(root, 'E-mailadres', 'ben@example.com');
    (await button(root, 'Opslaan')).click();
    await says(root, 'Dit e-mailadres is er al.');
    expect(document.activeElement?.id).to.equal('form-email');
    await expect(root).to.be.accessible();
  });

  it('loses access by one button, and gets it back', async () => {
    const asked: boolean[] = [];
    const root = await draw(customerPage, {
      disableCustomer: (_id, isDisabled) =>
        Promise.resolve(void asked.push(isDisabled)).then(() => ({ ...anna, isDisabled })),
    });
    (await button(root, 'Toegang intrekken')).click();
    await says(root, 'is overal uitgelogd en kan niet meer inloggen.');
    (await button(root, 'Toegang geven')).click();
    await says(root, 'kan weer inloggen.');
    expect(asked).to.deep.equal([true, false]);
  });

  it('gets an asset, and keeps or loses one only after a question', async () => {
    const kept: unknown[] = [];
    const root = await draw(customerPage, {
      addOption: (...given) => Promise.resolve(void kept.push(given)).then(() => ({ id: 'b', label: 'Lift 2' })),
      removeOption: (...given) => Promise.resolve(void kept.push(given)),
    });
    (await button(root, 'Object toevoegen')).click();
    await until('the dialog', () => root.querySelector('dialog[open]'));
    fill(root, 'Naam', 'Lift 2');
    (await button(root, 'Opslaan')).click();
    await says(root, 'Opgeslagen.');
    (await button(root, 'Lift 1 wijzigen')).click();
    (await button(root, 'Verwijderen')).click();
    await says(root, 'Dit verwijderen?');
    expect(kept).to.deep.equal([['c1', 'assets', { label: 'Lift 2' }]]);
    (await button(root, 'Verwijderen')).click();
    await until('the removal', () => kept[1]);
    expect(kept[1]).to.deep.equal(['c1', 'assets', 'a']);
  });
});

describe('an import in the back office', () => {
  const choose = async (root: HTMLElement): Promise<void> => {
    const input = await until('the file', () => root.querySelector<HTMLInputElement>('[type=file]'));
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'klanten.csv', { type: 'text/csv' }));
    input.files = files.files;
    input.form?.requestSubmit();
  };

  it('shows line by line what to mend, and offers nothing until then', async () => {
    const root = await draw(importPage, { previewImport: () => Promise.resolve({ preview, etag: '"1"' }) });
    await choose(root);
    await says(root, '1 nieuw, 0 gewijzigd, 0 hetzelfde, 1 fout');
    await says(root, 'e-mailadres: Dit is geen e-mailadres');
    expect(document.activeElement?.id).to.equal('preview-title');
    expect(root.querySelectorAll('button').length).to.equal(1);
    await expect(root).to.be.accessible();
  });

  it('looks again when the customers have changed since', async () => {
    const fine = { ...preview, counts: { new: 1, changed: 0, same: 0, wrong: 0 } };
    const seen: string[] = [];
    const root = await draw(importPage, {
      previewImport: () => Promise.resolve({ preview: fine, etag: `"${seen.length}"` }),
      commitImport: (_kind, _file, etag) => {
        seen.push(etag);
        return seen.length === 1 ? Promise.reject(new OfficeFailure('changed', 412)) : Promise.resolve(fine);
      },
    });
    await choose(root);
    const commit = async () => {
      await until('the preview', () => root.querySelectorAll('button[aria-disabled]').length === 0);
      [...root.querySelectorAll('button')].at(-1)?.click();
    };
    await says(root, '1 nieuw');
    await commit();
    await says(root, 'De klanten zijn intussen gewijzigd.');
    await commit();
    await says(root, 'Geïmporteerd: 1 nieuw');
    expect(seen).to.deep.equal(['"0"', '"1"']);
  });

  it('says what is wrong with a file as a whole, and with none', async () => {
    const root = await draw(importPage, { previewImport: refuse('required', '/columns/email') });
    (await button(root, 'Bekijken')).click();
    await says(root, 'Kies een bestand.');
    await choose(root);
    await says(root, 'De kolom “e-mailadres” ontbreekt.');
    await expect(root).to.be.accessible();
  });
});

describe('the staff in the back office', () => {
  it('can be read by everyone, and always keep a manager', async () => {
    const root = await draw(staffPage, { changeMember: refuse('last-manager', '') });
    const select = await until('the role', () => root.querySelector<HTMLSelectElement>('select'));
    await expect(root).to.be.accessible();
    select.value = 'office';
    select.dispatchEvent(new Event('change'));
    await says(root, 'Er moet minstens één beheerder blijven.');
    await until('the role it still is', () => root.querySelector<HTMLSelectElement>('select')?.value === 'manager');
  });

  it('are invited by a form, in a role', async () => {
    const invited: unknown[] = [];
    const root = await draw(staffPage, { inviteColleague: (one) => Promise.resolve(void invited.push(one)) });
    (await button(root, 'Medewerker uitnodigen')).click();
    await until('the dialog', () => root.querySelector('dialog[open]'));
    fill(root, 'Naam', 'Dirk');
    fill(root, 'E-mailadres', 'dirk@example.com');
    (await button(root, 'Uitnodigen')).click();
    await says(root, 'De uitnodiging is onderweg naar dirk@example.com.');
    expect(invited).to.deep.equal([{ name: 'Dirk', email: 'dirk@example.com', role: 'office' }]);
  });
});
