import { expect } from '@open-wc/testing';
import { ask, cleanUp, until } from '../harness.js';
import { fails, filled, find, HERE, open, send, street, summary } from './address-visit.js';

afterEach(cleanUp);

describe('an address', () => {
  it('is found by postcode and house number, also in lower case, and passes axe', async () => {
    const visit = await open();
    expect(await visit.violations()).to.deep.equal([]);
    await find(visit, '9711lj', '98');
    await filled(visit, 'Herestraat');
    expect((await visit.label('City')).value).to.equal('Groningen');
    expect((await visit.label('Postcode')).value).to.equal('9711 LJ');
    expect(visit.roles('group', 'Work address')).to.have.length(1);
    expect(await visit.violations()).to.deep.equal([]);
    expect(await send(visit)).to.deep.equal(HERE);
    expect(summary(visit)).to.equal('Herestraat 98, 9711 LJ Groningen');
  });

  it('offers the additions that there are, none among them', async () => {
    const visit = await open();
    await find(visit, '9712 AB', '12');
    await filled(visit, "Oude Kijk in 't Jatstraat");
    const list = await visit.label<HTMLSelectElement>(/^Addition/);
    expect([...list.options].map(({ label }) => label)).to.deep.equal(['No addition', 'A', 'B', 'C']);
    await visit.fill(/^Addition/, 'C');
    expect(await visit.violations()).to.deep.equal([]);
    expect(await send(visit)).to.include({ houseNumber: '12', addition: 'C' });
    expect(summary(visit)).to.equal("Oude Kijk in 't Jatstraat 12-C, 9712 AB Groningen");
  });

  it('asks for the addition where there is no address without one, and lets it be typed instead', async () => {
    const visit = await open();
    await find(visit, '9751 SB', '156');
    await filled(visit, 'Rijksstraatweg');
    await visit.press('Next');
    await until('the error', () => visit.text().includes('Choose the addition, or type the address yourself.'));
    expect(visit.root.activeElement).to.equal(await visit.label(/^Addition/));
    expect(visit.element.step).to.equal('details');
    await visit.press('Type street and city myself');
    await visit.press('Next');
    await visit.onStep('submit');
  });

  it('puts an addition that was typed with the house number in its place', async () => {
    const visit = await open();
    await find(visit, '9712 AB', '12-b');
    await filled(visit, "Oude Kijk in 't Jatstraat");
    expect((await visit.label('House number')).value).to.equal('12');
    expect((await visit.label(/^Addition/)).value).to.equal('B');
  });

  it('keeps the focus, and what is being typed, when the additions come while the customer is there', async () => {
    const visit = await open();
    await find(visit, '9712 AB', '12');
    (await visit.label(/^Addition/)).focus();
    await filled(visit, "Oude Kijk in 't Jatstraat");
    expect(visit.root.activeElement).to.be.instanceOf(HTMLSelectElement);
    expect(visit.root.activeElement).to.equal(await visit.label(/^Addition/));
    await visit.fill('House number', '16');
    await visit.fill(/^Addition/, 'bi');
    await filled(visit, "Oude Kijk in 't Jatstraat");
    expect(visit.root.activeElement).to.be.instanceOf(HTMLInputElement);
    (await visit.label('Street')).focus();
    const isList = () => visit.root.querySelector<HTMLSelectElement>('select')?.value === 'bi';
    await until('the list with what was typed', isList);
  });

  it('lets street and city be typed when nobody knows the address', async () => {
    const visit = await open();
    await find(visit, '9999 XX', '1');
    await until('the sentence', () => visit.text().includes('We do not know this address.'));
    await visit.fill('Street', 'Nieuwelaan');
    await visit.fill('City', 'Nieuwstad');
    expect(await visit.violations()).to.deep.equal([]);
    expect(await send(visit)).to.include({ street: 'Nieuwelaan', city: 'Nieuwstad', postcode: '9999 XX' });
  });

  it('lets street and city be typed when looking up does not work', async () => {
    const visit = await open();
    await fails(visit);
    await find(visit, '9711 LJ', '98');
    await until('the sentence', () => visit.text().includes('Looking up does not work now.'));
    expect((await street(visit)).readOnly).to.equal(false);
  });

  it('looks up again when the house number or postcode changes', async () => {
    const visit = await open();
    await find(visit, '9711 LJ', '98');
    await filled(visit, 'Herestraat');
    await visit.fill('Postcode', '9401 HE');
    expect((await street(visit)).value).to.equal('');
    await visit.fill('House number', '5');
    await filled(visit, 'Gedempte Singel');
    expect((await visit.label('City')).value).to.equal('Assen');
  });

  it('keeps what was typed by hand when the postcode changes, says what it found and offers that', async () => {
    const visit = await open();
    await find(visit, '9999 XX', '5');
    await until('the sentence', () => visit.text().includes('We do not know this address.'));
    await visit.fill('Street', 'Nieuwelaan');
    await visit.fill('City', 'Nieuwstad');
    await visit.fill('Postcode', '9401 HE');
    await until('the news', () => visit.text().includes('we know Gedempte Singel, Assen. What you typed yourself'));
    expect((await street(visit)).value).to.equal('Nieuwelaan');
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Use Gedempte Singel, Assen');
    await filled(visit, 'Gedempte Singel');
  });

  it('can be typed by hand at any time, and looked up again', async () => {
    const visit = await open();
    await find(visit, '9711 LJ', '98');
    await filled(visit, 'Herestraat');
    await visit.press('Type street and city myself');
    expect(visit.root.activeElement).to.equal(await street(visit));
    expect((await street(visit)).readOnly).to.equal(false);
    expect((await street(visit)).value).to.equal('Herestraat');
    await visit.press('Look up street and city');
    await filled(visit, 'Herestraat');
  });

  it('waits with going on for a look-up that is under way, then goes on by itself', async () => {
    const visit = await open();
    await ask('fault', {
      id: visit.portal.id,
      next: [{ kind: 'late', milliseconds: 700, call: 'GET /options/addresses' }],
    });
    await find(visit, '9711 LJ', '98');
    await visit.press('Next');
    await until('the sentence', () => visit.text().includes('Looking up the address…'));
    expect(visit.missing()).to.deep.equal([]);
    await visit.onStep('submit');
    expect(summary(visit)).to.equal('Herestraat 98, 9711 LJ Groningen');
  });

  it('names what is missing or wrong by its part, and leads to it', async () => {
    const visit = await open();
    await visit.fill('Postcode', '97');
    await visit.fill('House number', 'twelve');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal([
      'Postcode: Write a postcode like 1234 AB.',
      'House number: Write a house number without its addition, like 12.',
      'Street: Fill this in.',
      'City: Fill this in.',
    ]);
    visit.roles('link', /^House number: /)[0]?.click();
    const number = await visit.label('House number');
    await until('the focus', () => visit.root.activeElement === number);
    expect(number.getAttribute('aria-invalid')).to.equal('true');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('is asked for as a whole when nothing is there, and the link leads to its first part', async () => {
    const visit = await open();
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Work address: Fill in the address.']);
    visit.roles('link', /^Work address: /)[0]?.click();
    const postcode = await visit.label('Postcode');
    await until('the focus', () => visit.root.activeElement === postcode);
  });
});
