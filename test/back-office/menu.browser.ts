import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { OfficeMenu, type MenuLink } from '../../demo/back-office/parts/menu.js';
import { createWords } from '../../demo/back-office/words.js';
import { until } from '../harness.js';

customElements.define('office-menu', OfficeMenu);

const links: MenuLink[] = [
  { to: '#orders', label: 'Werkbonnen', isHere: false },
  { to: '#customers', label: 'Klanten', isHere: true },
];
const canResize = !navigator.userAgent.includes('AppleWebKit') || navigator.userAgent.includes('Chrome');

const styled = async (): Promise<void> => {
  const sheet = document.createElement('link');
  Object.assign(sheet, { rel: 'stylesheet', href: '/demo/back-office/office.css' });
  const isLoaded = new Promise((done) => sheet.addEventListener('load', done));
  document.head.append(sheet);
  await isLoaded;
};

const draw = async (): Promise<{ root: HTMLElement; button: HTMLButtonElement; nav: HTMLElement }> => {
  const root = await fixture<HTMLElement>(html`
    <header class="bar">
      <office-menu .words=${createWords('nl')} .links=${links} .here=${'Klanten'}></office-menu>
    </header>
  `);
  const button = await until('the button', () => root.querySelector('button'));
  const nav = await until('the links', () => root.querySelector('nav'));
  return { root, button, nav };
};

const isShown = (element: Element): boolean => element.getClientRects().length > 0;
const changesTo = (button: HTMLElement, isOpen: boolean) =>
  until(`open: ${String(isOpen)}`, () => button.getAttribute('aria-expanded') === String(isOpen));

describe('the menu of the back office', () => {
  before(styled);
  after(() => {
    document.head.querySelector('link[href$="office.css"]')?.remove();
  });

  describe('on a phone', () => {
    before(async function () {
      if (!canResize) this.skip();
      await setViewport({ width: 360, height: 740 });
    });
    after(async () => {
      if (canResize) await setViewport({ width: 800, height: 600 });
    });

    it('is a button that says where one is', async () => {
      const { root, button, nav } = await draw();
      expect(button.textContent.replace(/\s+/g, ' ').trim()).to.equal('Menu: Klanten');
      expect([isShown(button), isShown(nav)]).to.deep.equal([true, false]);
      await expect(root).to.be.accessible();
    });

    it('opens by keyboard, with the links next', async () => {
      const { root, button, nav } = await draw();
      button.focus();
      await sendKeys({ press: 'Enter' });
      await changesTo(button, true);
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement?.textContent).to.equal('Werkbonnen');
      expect(nav.querySelector('[aria-current=page]')?.textContent).to.equal('Klanten');
      await expect(root).to.be.accessible();
    });

    it('closes with Escape, and gives the focus back to its button', async () => {
      const { button, nav } = await draw();
      button.click();
      await changesTo(button, true);
      nav.querySelector('a')?.focus();
      await sendKeys({ press: 'Escape' });
      await changesTo(button, false);
      expect(document.activeElement).to.equal(button);
      expect(isShown(nav)).to.equal(false);
    });

    it('closes when a link is followed', async () => {
      const { button, nav } = await draw();
      button.click();
      await changesTo(button, true);
      nav.querySelector('a')?.addEventListener('click', (event) => {
        event.preventDefault();
      });
      nav.querySelector('a')?.click();
      await changesTo(button, false);
      expect(document.activeElement).to.equal(button);
    });
  });

  it('is a row of links where there is room', async function () {
    if (!canResize) this.skip();
    await setViewport({ width: 1024, height: 740 });
    const { button, nav } = await draw();
    expect([isShown(button), isShown(nav)]).to.deep.equal([false, true]);
    await setViewport({ width: 800, height: 600 });
  });
});
