import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeApi } from '../../demo/back-office/api.js';
import { createOfficeEvents } from '../../demo/back-office/events.js';
import { OfficeFailure } from '../../demo/back-office/failure.js';
import type { Office } from '../../demo/back-office/office.js';
import { PrivacyPage } from '../../demo/back-office/pages/privacy.js';
import { EraseDialog } from '../../demo/back-office/parts/erase-dialog.js';
import { sectionRoute } from '../../demo/back-office/sections.js';
import type { KeptOfPerson } from '../../demo/office-contract/index.js';
import { createWords } from '../../demo/back-office/words.js';
import { until } from '../harness.js';

customElements.define('office-privacy', PrivacyPage);
customElements.define('office-erase-dialog', EraseDialog);

const kept: KeptOfPerson = {
  ...{ email: 'anna@example.com', customer: { id: 'c1', name: 'Anna', company: 'Acme' } },
  ...{ requests: 3, files: 2, drafts: 1, deliveries: 7 },
  open: [{ id: 'r1', reference: 'PR-2026-000001', status: 'needs-info' }],
};

type Desk = Pick<OfficeApi, 'keptOf' | 'exportOf' | 'erase'>;

const draw = async (change: Partial<Desk> = {}, search = '') => {
  const called: unknown[] = [];
  const desk: Desk = {
    keptOf: (person) => Promise.resolve(void called.push(person)).then(() => kept),
    exportOf: () => Promise.resolve(new Blob(['PK'])),
    erase: (...asked) =>
      Promise.resolve(void called.push(asked)).then(() => ({ requests: 3, files: 2, deliveries: 7 })),
    ...change,
  };
  const router = { takeArrival: () => false } as Office['router'];
  const events = createOfficeEvents(() => undefined);
  const office: Office = { api: desk as OfficeApi, words: createWords('nl'), router, events };
  const route = sectionRoute('privacy', [], search);
  const root = await fixture<HTMLElement>(
    html`<main><office-privacy .office=${office} .route=${route}></office-privacy></main>`,
  );
  return { root, called };
};

/** The names of what would be saved, which is not: a download outlives its test. */
let saved: string[];

beforeEach(() => {
  saved = [];
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    saved.push(this.download);
  };
});

afterEach(() => {
  Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click'); // what it inherits is there again
});

const button = (root: HTMLElement, name: string): Promise<HTMLButtonElement> =>
  until(name, () => [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name));

const says = (root: HTMLElement, text: string): Promise<boolean> =>
  until(text, () => root.textContent.replace(/\s+/g, ' ').includes(text));

const look = async (root: HTMLElement, email: string): Promise<void> => {
  const input = await until('the field', () => root.querySelector<HTMLInputElement>('#privacy-email'));
  input.value = email;
  (await button(root, 'Opzoeken')).click();
};

describe('privacy in the back office', () => {
  it('says what is kept of somebody, for everyone to read, and asks for an address', async () => {
    const { root, called } = await draw();
    await look(root, ' ');
    await says(root, 'Vul het e-mailadres in.');
    await look(root, 'anna@example.com');
    await says(root, 'Anna, Acme');
    expect(called).to.deep.equal([{ email: 'anna@example.com' }]);
    expect(root.querySelector('section a')?.getAttribute('href')).to.equal('/back-office/requests/r1');
    await expect(root).to.be.accessible();
  });

  it('saves all of it as one file, once however often it is asked, and says when it is packed', async () => {
    let finish: (file: Blob) => void = () => undefined;
    let asked = 0;
    const packed = new Promise<Blob>((resolve) => (finish = resolve));
    const { root } = await draw({ exportOf: () => ((asked += 1), packed) });
    await look(root, 'anna@example.com');
    const save = await button(root, 'Alles opslaan (ZIP)');
    save.click();
    await says(root, 'Bezig met inpakken…');
    save.click();
    await expect(root).to.be.accessible();
    finish(new Blob(['PK']));
    await says(root, 'Ingepakt. Uw browser slaat het bestand op.');
    expect([asked, saved]).to.deep.equal([1, ['klantgegevens.zip']]);
  });

  it('erases once it is confirmed that open requests are withdrawn too', async () => {
    const { root, called } = await draw();
    await look(root, 'anna@example.com');
    (await button(root, 'Wissen…')).click();
    await until('the dialog', () => root.querySelector('dialog[open]'));
    (await button(root, 'Definitief wissen')).click();
    await says(root, 'Vink dit eerst aan.');
    expect((document.activeElement as HTMLInputElement).name).to.equal('closes-open');
    await expect(root).to.be.accessible();
    for (const box of root.querySelectorAll<HTMLInputElement>('dialog input')) box.click();
    (await button(root, 'Definitief wissen')).click();
    await says(root, 'Gewist. Aanvragen anoniem gemaakt: 3');
    expect(called.at(-1)).to.deep.equal([{ email: 'anna@example.com' }, true]);
    expect(root.querySelector('dialog[open]')).to.equal(null);
    expect(document.activeElement?.localName).to.equal('h1');
  });

  it('keeps the question when the server refuses', async () => {
    const { root } = await draw({ erase: () => Promise.reject(new OfficeFailure('conflict', 409)) });
    await look(root, 'anna@example.com');
    (await button(root, 'Wissen…')).click();
    await until('the dialog', () => root.querySelector('dialog[open]'));
    for (const box of root.querySelectorAll<HTMLInputElement>('dialog input')) box.click();
    (await button(root, 'Definitief wissen')).click();
    await until('the failure', () => root.querySelector('dialog[open] [role=alert].notice'));
  });

  it('begins with the account that a link names', async () => {
    const { root, called } = await draw({}, 'customer=c1');
    await says(root, 'Anna, Acme');
    expect(called).to.deep.equal([{ customerId: 'c1' }]);
  });

  it('says that nothing is kept', async () => {
    const nothing = { email: 'x@example.com', requests: 0, open: [], files: 0, drafts: 0, deliveries: 0 };
    const { root } = await draw({ keptOf: () => Promise.resolve(nothing) });
    await look(root, 'x@example.com');
    await says(root, 'Van x@example.com wordt geen account en geen aanvraag bewaard.');
    await expect(root).to.be.accessible();
  });
});
