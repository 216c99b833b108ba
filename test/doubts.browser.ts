import { expect } from '@open-wc/testing';
import type { Field } from '../src/contract/index.js';
import { cleanUp, formOf, mount, until } from './harness.js';

const warn = console.warn.bind(console);
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  console.warn = (...words) => said.push(words.map(String).join(' '));
});
afterEach(() => {
  console.warn = warn;
  cleanUp();
});

const doubts = (): string[] => said.filter((one) => one.includes('the configuration is doubtful'));
const field: Field = { id: 'a', type: 'text', label: { en: 'Name', nl: 'Naam' } };

/** A form whose request type is named in both languages. */
const portalOf = (fields: readonly Field[]) => formOf(fields, { label: { en: 'Repair', nl: 'Reparatie' } });

describe('on the computer of whoever builds a page', () => {
  it('the console tells once what is doubtful, and where', async () => {
    const visit = await mount(portalOf([{ ...field, label: { en: 'Name' } }]), { requestType: 'one' });
    await visit.onStep('details');
    await until('the warning', () => doubts().length > 0);
    expect(doubts()).to.eql([
      'portal-request-form: the configuration is doubtful\n' +
        '  /requestTypes/0/sections/0/fields/0/label: missing-translation {"locale":"nl"}',
    ]);
    await visit.element.reset();
    expect(doubts()).to.have.length(1);
  });

  it('the console is silent when nothing is', async () => {
    const visit = await mount(portalOf([field]), { requestType: 'one' });
    await visit.onStep('details');
    const { lintConfig } = await import('../src/rules/lint-config.js');
    expect(lintConfig(portalOf([field]))).to.eql([]);
    expect(doubts()).to.eql([]);
  });
});
