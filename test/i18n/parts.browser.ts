import { expect } from '@open-wc/testing';
import type { Field, PortalConfig } from '../../src/contract/index.js';
import { cleanUp, formOf, mount, until, type Visit } from '../harness.js';

const FIELDS: readonly Field[] = [
  { id: 'kind', type: 'radio', label: { nl: 'Soort', en: 'Kind' }, options: [{ id: 'a', label: { nl: 'Lekkage' } }] },
  { id: 'where', type: 'text', label: { nl: 'Waar?' }, help: { nl: 'Welke kamer?' } },
  { id: 'intro', type: 'note', text: { nl: 'Bel bij **gas** 112.' } },
];

const dutch = (): PortalConfig => {
  const config = formOf([...FIELDS]);
  return { ...config, portal: { ...config.portal, name: 'Portaal', locale: 'nl', locales: ['nl'] } };
};

/** What is shown in another language than the form, by its words. */
const marked = ({ root }: Visit, lang: string): string[] =>
  [...root.querySelectorAll(`.form [lang="${lang}"]`)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());

afterEach(cleanUp);

describe('a text of the portal in another language than the form', () => {
  it('says which language that is, and leaves the rest alone', async () => {
    const visit = await mount(dutch(), { requestType: 'one', lang: 'en' });
    await visit.label('Waar?');
    const texts = ['Portaal', 'Lekkage', 'Waar?', 'Welke kamer?', 'Bel bij gas 112.'];
    await until('the texts', () => marked(visit, 'nl').length === texts.length);
    expect(marked(visit, 'nl')).to.deep.equal(texts);
    expect(visit.text()).to.contain('Kind');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('reads in its own direction within Arabic', async () => {
    const visit = await mount(dutch(), { requestType: 'one', lang: 'ar' });
    const label = await until('the label', () => visit.root.querySelector('label [lang="nl"]'));
    expect(getComputedStyle(label).direction).to.equal('ltr');
  });

  it('has no mark in its own language', async () => {
    const visit = await mount(dutch(), { requestType: 'one', lang: 'nl' });
    await visit.label('Waar?');
    expect(marked(visit, 'nl')).to.deep.equal([]);
  });
});
