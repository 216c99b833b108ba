import { expect } from '@open-wc/testing';
import { cleanUp, type Visit } from '../harness.js';
import { hasOneRequest, sendAsGuest, visitPage } from './journey.js';

afterEach(cleanUp);

/** Rules of websites as they are, shortened to what reaches furthest. */
const SHEETS = {
  'unsets everything': '* { all: unset !important }',
  'sets every size': '* { box-sizing: content-box; line-height: 3; font-size: 30px }',
  'resets as was done in 2008': `
    html, body, div, span, h2, p, a, form, fieldset, label, legend, ol, li, button, input { margin: 0; padding: 0;
      border: 0; outline: 0; font: inherit; vertical-align: baseline; background: transparent }
    ol, ul { list-style: none } :focus { outline: 0 } table { border-collapse: collapse; border-spacing: 0 }`,
  'is made with a framework of 2013': `
    * { box-sizing: border-box } html { font-size: 10px } body { font: 14px/1.42 Helvetica, Arial, sans-serif }
    label { display: inline-block; max-width: 100%; margin-bottom: 5px; font-weight: 700 }
    input, button, select, textarea { font-family: inherit; font-size: inherit; line-height: inherit }
    fieldset { min-width: 0; border: 0 } legend { display: block; width: 100%; border-bottom: 1px solid #e5e5e5 }
    .form, .field, .step, .header, .button { float: left; width: 40px } .hidden { display: none !important }`,
  'hides what it styles by itself': `
    label, legend { display: none } input, button, select { display: none !important; opacity: 0 }
    form { height: 0; overflow: hidden } [part], [class] { position: absolute; left: -9999px }`,
  'styles text for a banner': `
    body { text-transform: uppercase; text-align: center; letter-spacing: 0.5em; white-space: nowrap;
      text-indent: -9999px; font-style: italic; font-weight: 900; user-select: none; -webkit-user-select: none }`,
} as const;

const boxesOf = ({ root }: Visit, selector: string): DOMRect[] =>
  [...root.querySelectorAll(selector)].map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0);

/** What cannot be read or touched on the step that is shown. */
const hardships = (visit: Visit): string[] => {
  const { width } = visit.element.getBoundingClientRect();
  const [form = visit.element] = visit.root.querySelectorAll<HTMLElement>('.form');
  const small = boxesOf(visit, '.button, input:not([type=radio], [type=checkbox])').filter((box) => box.height < 24);
  const style = getComputedStyle(form);
  return [
    ...(form.scrollWidth > Math.ceil(width) ? [`${form.scrollWidth} px wide in ${width}`] : []),
    ...small.map(({ height }) => `a control of ${height} px`),
    ...(style.textIndent === '0px' && style.letterSpacing === 'normal' ? [] : ['text that is pushed apart or away']),
    ...(style.getPropertyValue('-webkit-user-select') === 'none' ? ['text that nobody can copy'] : []),
  ];
};

describe('a website that', () => {
  for (const [what, css] of Object.entries(SHEETS)) {
    it(`61 ${what} changes nothing that the form needs`, async () => {
      const { visit } = await visitPage({ head: `<style>${css}</style>` });
      await visit.onStep('sign-in');
      await visit.role('textbox', 'E-mail address');
      await visit.role('button', 'Continue as guest');
      expect(hardships(visit)).to.deep.equal([]);
      await sendAsGuest(visit);
      expect(hardships(visit)).to.deep.equal([]);
      await hasOneRequest(visit.portal);
    });
  }

  it('61 hides the element with an attribute hides it, whatever it unsets', async () => {
    const { page, visit } = await visitPage({ head: '<style>* { all: unset !important }</style>' }, 'hidden');
    await visit.onStep('sign-in');
    expect(page.window.getComputedStyle(visit.element).display).to.equal('none');
  });

  it('61 hides what is around the form hides the form too', async () => {
    const { visit } = await visitPage({ head: '<style>body { visibility: hidden }</style>' });
    await visit.onStep('sign-in');
    expect(visit.roles('button')).to.deep.equal([]);
  });
});
