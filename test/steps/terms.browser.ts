import { expect } from '@open-wc/testing';
import type { Field, PortalConfig, Term } from '../../src/contract/index.js';
import { ask, cleanUp, formOf, mount, mountFields, signIn, until, type Visit } from '../harness.js';

const remarks: Field = { id: 'remarks', type: 'text', label: 'Remarks' };
const OLD = '## Terms\n\n1. Be kind\n2. Pay within **30** days\n3. Keep the dog in';
const NEW = '## Terms\n\n1. Be kind\n2. Pay within **14** days\n3. Keep the dog in\n4. Be at home';
const general: Term = { id: 'general', version: '1', label: 'I accept the terms', required: true, text: OLD };
const news: Term = { id: 'news', version: '1', label: 'Send me news', required: false };

const portalOf = (version: string, terms: Term[], remember = 365): PortalConfig => {
  const { portal, ...form } = formOf([remarks], { terms });
  return { ...form, version, portal: { ...portal, remember }, access: { signIn: ['password'], guests: true } };
};

/** A customer on the submit step of a request. */
const arrive = async (visit: Visit): Promise<Visit> => {
  await signIn(visit);
  await visit.onStep('details');
  await visit.press('Next');
  await visit.onStep('submit');
  return visit;
};

const open = async (terms: Term[]): Promise<Visit> => arrive(await mount(portalOf('1', terms), { requestType: 'one' }));

const send = async (visit: Visit): Promise<void> => {
  await visit.press('Submit request');
  await visit.onStep('confirmation');
};

/** The same customer comes back after the portal published something else. */
const comeBack = async (visit: Visit, config?: PortalConfig): Promise<void> => {
  await send(visit);
  if (config) await ask('publish', { id: visit.portal.id, config });
  await visit.element.signOut();
  await arrive(visit);
};

const sentTerms = async (visit: Visit) => (await ask('requests', { id: visit.portal.id })).at(-1)?.submission.terms;
const month = (): string =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'Europe/Amsterdam' }).format(new Date());

afterEach(cleanUp);

describe('terms that this customer accepted before', () => {
  it('are not asked again: the date and the text are shown, and they are sent as accepted', async () => {
    const visit = await open([general]);
    await visit.choose('I accept the terms');
    await comeBack(visit);
    expect(visit.roles('checkbox')).to.deep.equal([]);
    expect(visit.text()).to.contain('You accepted this on ').and.to.contain(month());
    expect(visit.root.querySelector('.term .markdown')?.textContent).to.contain('Be kind');
    expect(await visit.violations()).to.deep.equal([]);
    await send(visit);
    expect(visit.text()).to.contain('I accept the terms');
    expect(await sentTerms(visit)).to.deep.equal({ general: { version: '1', accepted: true } });
  });

  it('are not asked again in the next request of the same visit either', async () => {
    const visit = await open([general]);
    await visit.choose('I accept the terms');
    await send(visit);
    await visit.press('New request');
    await visit.onStep('details');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).to.contain('You accepted this on ');
    await send(visit);
  });

  it('are asked each time where the portal remembers nothing, and of guests', async () => {
    const visit = await mountFields([remarks], { terms: [general] });
    for (let round = 0; round < 2; round += 1) {
      await visit.press('Next');
      await visit.fill('Name', 'Ann');
      await visit.fill('E-mail address', 'ann@example.com');
      expect((await visit.label('I accept the terms')).checked).to.equal(false);
      await visit.choose('I accept the terms');
      await send(visit);
      await visit.press('New request');
      await visit.onStep('details');
    }
  });

  it('stay a choice where they need not be accepted', async () => {
    const visit = await open([news]);
    await visit.choose('Send me news');
    await comeBack(visit);
    const choice = await visit.label('Send me news');
    expect(choice.checked).to.equal(true);
    const hint = visit.root.querySelector(`#${String(choice.getAttribute('aria-describedby')?.split(' ').at(-1))}`);
    expect(hint?.textContent).to.contain('You accepted this on ');
    await visit.choose('Send me news');
    await send(visit);
    expect(await sentTerms(visit)).to.deep.equal({ news: { version: '1', accepted: false } });
  });
});

describe('terms that changed since they were accepted', () => {
  const changed = portalOf('2', [{ ...general, version: '2', text: NEW }]);

  it('are asked again, with what changed in the text', async () => {
    const visit = await open([general]);
    await visit.choose('I accept the terms');
    await comeBack(visit, changed);
    expect((await visit.label('I accept the terms')).checked).to.equal(false);
    expect(visit.text()).to.contain('This was changed since you accepted it on ');
    await until('the changes', () => visit.root.querySelector('ins'));
    const texts = (tag: string) =>
      [...visit.root.querySelectorAll(tag)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    expect(texts('del')).to.deep.equal(['Removed: Pay within 30 days']);
    expect(texts('ins')).to.deep.equal(['New: Pay within 14 days', 'New: Be at home']);
    expect(visit.text()).to.contain('2 lines did not change');
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Submit request');
    expect(visit.missing()).to.deep.equal(['I accept the terms: Accept this to send the request.']);
    await visit.choose('I accept the terms');
    await send(visit);
    expect(await sentTerms(visit)).to.deep.equal({ general: { version: '2', accepted: true } });
  });

  it('do not load the part that shows changes where there is no earlier text', async () => {
    const link = { ...general, text: undefined, url: 'https://example.com/terms' };
    const visit = await open([link]);
    await visit.choose('I accept the terms');
    await comeBack(visit, portalOf('2', [{ ...link, version: '2' }]));
    expect(visit.text()).to.contain('This was changed since you accepted it on ');
    expect(visit.root.querySelector('portal-term-changes')).to.equal(null);
  });
});

describe('the review before sending', () => {
  const tidy: Field = { id: 'tidy', type: 'checkbox', label: 'Tidy up' };
  const size: Field = { id: 'size', type: 'radio', label: 'Size', options: [{ id: 's', label: 'Small' }] };
  const mind: Field = { id: 'mind', type: 'note', label: 'Mind this', text: 'The dog' };
  const sections = [
    { id: 'a', title: 'First', fields: [remarks] },
    { id: 'b', title: 'Second', fields: [mind, size, tidy] },
  ];

  it('leads to the first field of what is to be changed, and back', async () => {
    const visit = await mountFields([], { sections });
    await visit.press('Next');
    await visit.onStep('submit');
    await visit.press('Change: Second');
    await visit.onStep('details');
    const small = await visit.label('Small');
    await until('the focus', () => visit.root.activeElement === small);
    await visit.press('Next');
    await visit.onStep('submit');
  });

  it('leads to a field of a kind that is loaded later, too', async () => {
    const signature: Field = { id: 'sign', type: 'signature', label: 'Your signature' };
    const visit = await mountFields([signature]);
    await until('the field', () => visit.root.querySelector('portal-field-signature input'));
    await visit.press('Next');
    await visit.onStep('submit');
    await visit.press('Change: Details');
    await until('the focus', () => visit.root.activeElement?.closest('[data-pointer="/answers/sign"]'));
  });

  it('leaves out a box that was ticked and then was not', async () => {
    const visit = await mountFields([remarks, tidy]);
    await visit.choose('Tidy up');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).to.contain('Tidy up');
    await visit.press('Back');
    await visit.choose('Tidy up');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).not.to.contain('Tidy up');
  });

  it('lists what is missing in the order of the page', async () => {
    const visit = await mountFields([remarks], { terms: [general] });
    await visit.press('Next');
    await visit.press('Submit request');
    expect(visit.missing()).to.deep.equal([
      'Name: Fill this in.',
      'E-mail address: Fill this in.',
      'I accept the terms: Accept this to send the request.',
    ]);
  });
});
