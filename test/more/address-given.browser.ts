import { expect } from '@open-wc/testing';
import { ask, cleanUp, mountFields, until } from '../harness.js';
import { field, filled, find, HERE, open, send, summary } from './address-visit.js';
import { asked } from './asked.js';

afterEach(cleanUp);

describe('an address that is given in another way', () => {
  it('takes any postcode in another country, without looking it up, and names the country', async () => {
    const visit = await open({ countries: ['NL', 'BE'] });
    const country = await visit.label<HTMLSelectElement>('Country');
    expect([...country.options].map(({ label }) => label)).to.deep.equal(['Belgium', 'Netherlands']);
    await visit.fill('Country', 'Belgium');
    await find(visit, 'B-1000', '12/3');
    await visit.fill('Street', 'Nieuwstraat');
    await visit.fill('City', 'Brussel');
    expect(visit.roles('button', 'Type street and city myself')).to.have.length(0);
    expect(await visit.violations()).to.deep.equal([]);
    expect(await send(visit)).to.include({ postcode: 'B-1000', houseNumber: '12/3', country: 'BE' });
    expect(summary(visit)).to.equal('Nieuwstraat 12/3, B-1000 Brussel, Belgium');
    const asked = (await ask('calls', { id: visit.portal.id })).filter(({ path }) => path.startsWith('/options'));
    expect(asked).to.deep.equal([]);
  });

  it('can be filled in by the browser, and takes the number out of the street', async () => {
    const visit = await open();
    const tokens = [...visit.root.querySelectorAll('fieldset input')].map((input) =>
      input.getAttribute('autocomplete'),
    );
    expect(tokens).to.deep.equal(['postal-code', 'off', 'off', 'address-line1', 'address-level2']);
    await visit.fill('Postcode', '9712AB');
    await visit.fill('Street', "Oude Kijk in 't Jatstraat 12-A");
    await visit.fill('City', 'Groningen');
    await filled(visit, "Oude Kijk in 't Jatstraat");
    expect(await send(visit)).to.include({ houseNumber: '12', addition: 'A', street: "Oude Kijk in 't Jatstraat" });
  });

  it('shows what was given before, and what it was is found again without a word', async () => {
    const visit = await open({ initial: { ...HERE, houseNumber: '100', addition: 'A' } });
    await filled(visit, 'Herestraat');
    expect((await visit.label(/^Addition/)).value).to.equal('A');
    expect(await send(visit)).to.include({ houseNumber: '100', addition: 'A' });
  });

  it('leaves an answer alone that was given before and that nobody knows', async () => {
    const visit = await open({ initial: { ...HERE, street: 'Oude naam' } });
    await asked(visit, '98');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(summary(visit)).to.equal('Oude naam 98, 9711 LJ Groningen');
  });

  it('is looked up in a row too', async () => {
    const visit = await mountFields([
      { id: 'places', type: 'repeat', label: 'Places', required: true, fields: [field] },
    ]);
    await until('the row', () => visit.root.querySelector('[name="where.postcode"]'));
    await find(visit, '9711 LJ', '98');
    await filled(visit, 'Herestraat');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(summary(visit)).to.equal('1. Work address: Herestraat 98, 9711 LJ Groningen');
  });

  it('is only shown where it cannot be changed', async () => {
    const visit = await open({ readOnly: true, initial: HERE });
    const inputs = [...visit.root.querySelectorAll<HTMLInputElement>('fieldset input')];
    expect(inputs.every(({ readOnly }) => readOnly)).to.equal(true);
    expect(visit.roles('button', /street and city/)).to.have.length(0);
    expect(await visit.violations()).to.deep.equal([]);
  });
});
