import { expect } from '@open-wc/testing';
import { cleanUp, formOf, mount, until } from '../harness.js';

const remarks = { id: 'remarks', type: 'text', label: { ar: 'ملاحظات', en: 'Remarks' }, required: true } as const;
const phone = { id: 'phone', type: 'tel', label: { ar: 'رقم الهاتف', en: 'Phone number' } } as const;

const open = () => mount(formOf([remarks, phone]), { requestType: 'one', lang: 'ar' });

const box = (element: Element): DOMRect => element.getBoundingClientRect();

afterEach(cleanUp);

describe('the form in Arabic', () => {
  it('is written from right to left, also on a page that is not, and passes axe', async () => {
    const visit = await open();
    const form = visit.root.querySelector('.form');
    expect([form?.getAttribute('lang'), form?.getAttribute('dir')]).to.deep.equal(['ar', 'rtl']);
    await visit.press('التالي');
    await visit.role('heading', 'هناك شيء ناقص');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('begins at the right: labels at the edge of their inputs, the first step before the second', async () => {
    const visit = await open();
    const input = await visit.label(/ملاحظات/);
    const label = visit.root.querySelector(`label[for="${input.id}"]`);
    expect(Math.abs(box(input).right - (label ? box(label).right : 0))).to.be.lessThan(2);
    const [first, second] = [...visit.root.querySelectorAll('nav li')];
    expect(first && second && box(first).left > box(second).left).to.equal(true);
  });

  it('keeps a phone number in its own order, typed and told', async () => {
    const visit = await open();
    await visit.fill(/ملاحظات/, 'x');
    await visit.fill(/رقم الهاتف/, '+31 6 12345678');
    expect(getComputedStyle(await visit.label(/رقم الهاتف/)).unicodeBidi).to.equal('plaintext');
    await visit.press('التالي');
    const told = await until('the phone number', () =>
      [...visit.root.querySelectorAll('dd bdi')].find((one) => one.textContent.includes('31612345678')),
    );
    expect(getComputedStyle(told).unicodeBidi).to.match(/isolate/);
  });

  it('turns round with the language, and the answers stay', async () => {
    const visit = await open();
    await visit.fill(/ملاحظات/, 'باقٍ');
    visit.element.lang = 'en';
    await visit.role('button', 'Next');
    expect(visit.root.querySelector('.form')?.getAttribute('dir')).to.equal('ltr');
    expect((await visit.label(/^Remarks/)).value).to.equal('باقٍ');
  });

  it('turns a dialog round too, and names its button', async () => {
    const visit = await open();
    visit.element.appearance = 'dialog';
    visit.element.toggleAttribute('open', true);
    const dialog = await until('the dialog', () => visit.root.querySelector<HTMLDialogElement>('dialog[open]'));
    expect([dialog.lang, dialog.dir]).to.deep.equal(['ar', 'rtl']);
    expect(dialog.querySelector('button')?.textContent).to.equal('إغلاق');
  });
});
