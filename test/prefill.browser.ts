import { expect } from '@open-wc/testing';
import type { Field } from '../src/contract/index.js';
import type { PortalRequestForm } from '../src/index.js';
import { cleanUp, formOf, mount, until, type Visit } from './harness.js';

const options = ['heat', 'cold', 'wet'].map((id) => ({ id, label: id }));
const fields: readonly Field[] = [
  { id: 'what', type: 'text', label: 'What', maxLength: 10 },
  { id: 'units', type: 'number', label: 'Units', max: 9 },
  { id: 'day', type: 'date', label: 'Day' },
  { id: 'urgent', type: 'checkbox', label: 'Urgent' },
  { id: 'signs', type: 'checkboxes', label: 'Signs', options },
  { id: 'agreed', type: 'checkbox', label: 'I agree', required: true },
  { id: 'contract', type: 'text', label: 'Contract', readOnly: true, initial: 'C-1' },
];
const address = location.href;
const warn = console.warn.bind(console);
const DOUBTS = 'the configuration is doubtful';
const SITE = 'filled in by this website';

/** A form on its details step, in a page whose address has this query; gives the warnings of the form too. */
const open = async (query: string, settings: Partial<PortalRequestForm> = {}): Promise<[Visit, string[]]> => {
  const warnings: string[] = [];
  console.warn = (...said) => warnings.push(said.map(String).join(' '));
  history.replaceState(history.state, '', `${location.pathname}${location.search || '?'}&${query}`);
  const visit = await mount(formOf(fields), { requestType: 'one', ...settings });
  await visit.onStep('details');
  return [visit, warnings.filter((one) => one.startsWith('portal-request-form') && !one.includes(DOUBTS))];
};

const valueOf = async (visit: Visit, label: string): Promise<string> => (await visit.label(label)).value;
const markOf = (visit: Visit, field: string): string =>
  visit.root.querySelector(`[id="answers-${field}-origin"]`)?.textContent.trim() ?? '';
const ticked = (visit: Visit): string[] =>
  [...visit.root.querySelectorAll<HTMLInputElement>('input:checked')].map(({ name, value }) => `${name} ${value}`);

afterEach(() => {
  console.warn = warn;
  history.replaceState(history.state, '', address);
  cleanUp();
});

describe('the address of the page', () => {
  it('fills in nothing unless the site allows it', async () => {
    const [visit, warnings] = await open('what=Boiler');
    expect(await valueOf(visit, 'What')).to.equal('');
    expect(warnings).to.eql([]);
  });

  it('fills in what fits, which is marked, and stays as it is itself', async () => {
    const query = 'what=Boiler&units=2,5&day=2030-01-04&urgent=true&signs=heat,wet&utm_source=mail';
    const [visit, warnings] = await open(query, { prefillFrom: 'url' });
    const { href } = location;
    expect(await valueOf(visit, 'What')).to.equal('Boiler');
    expect(await valueOf(visit, 'Units')).to.equal('2.5');
    expect(await valueOf(visit, 'Day')).to.equal('2030-01-04');
    expect(ticked(visit)).to.eql(['urgent on', 'signs heat', 'signs wet']);
    await until('the marks', () =>
      ['what', 'units', 'day', 'urgent', 'signs'].every((id) => markOf(visit, id) === SITE),
    );
    expect(warnings).to.eql([]);
    expect(await visit.violations()).to.deep.equal([]);
    expect(location.href).to.equal(href);
  });

  it('leaves out what does not fit, each with one warning', async () => {
    const query = 'what=A+boiler+that+is+too+long&units=many&day=2030-02-30&urgent=perhaps&signs=heat,snow';
    const [visit, warnings] = await open(query, { prefillFrom: 'url' });
    expect(await valueOf(visit, 'What')).to.equal('');
    expect(ticked(visit)).to.eql([]);
    const named = warnings.map((one) => /"(\w+)"/.exec(one)?.[1]);
    expect(named.sort()).to.eql(['day', 'signs', 'units', 'urgent', 'what']);
  });

  it('makes no promise and changes nothing that is read only', async () => {
    const [visit, warnings] = await open('agreed=1&contract=C-2', { prefillFrom: 'url' });
    expect(ticked(visit)).to.eql([]);
    expect(await valueOf(visit, 'Contract')).to.equal('C-1');
    expect(warnings).to.have.length(2);
  });

  it('gives way to the property', async () => {
    const [visit] = await open('what=Boiler&units=2', { prefillFrom: 'url', prefill: { what: 'Airco' } });
    expect(await valueOf(visit, 'What')).to.equal('Airco');
    expect(await valueOf(visit, 'Units')).to.equal('2');
  });

  it('may be allowed later, and fills in what is still empty then', async () => {
    const [visit] = await open('what=Boiler&units=2');
    await visit.fill('What', 'Airco');
    visit.element.setAttribute('prefill-from', 'url');
    await until('the answer', () => visit.root.querySelector<HTMLInputElement>('[name=units]')?.value === '2');
    expect(await valueOf(visit, 'What')).to.equal('Airco');
  });

  it('is one warning when it is asked for in a way that nobody knows', async () => {
    const [visit, warnings] = await open('what=Boiler', { prefillFrom: 'cookie' as 'url' });
    expect(await valueOf(visit, 'What')).to.equal('');
    expect(warnings).to.eql(['portal-request-form: prefill-from knows "url", not "cookie".']);
  });
});

describe('what the site filled in', () => {
  it('is marked until the customer changes it', async () => {
    const [visit] = await open('', { prefill: { what: 'Boiler', units: '' } });
    await until('the mark', () => markOf(visit, 'what') === SITE);
    expect(markOf(visit, 'units')).to.equal('');
    expect((await visit.label('What')).getAttribute('aria-describedby')).to.contain('answers-what-origin');
    await visit.fill('What', 'Airco');
    await until('the end of the mark', () => markOf(visit, 'what') === '');
  });

  it('is marked too when the site gives it later', async () => {
    const [visit] = await open('');
    visit.element.prefill = { units: 4 };
    await until('the mark', () => markOf(visit, 'units') === SITE);
  });
});
