import { expect } from '@open-wc/testing';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';
import { asset, box, HERE, nameOf, open, openDoor, options, press, search, status } from './lookup-visit.js';

const active = (visit: Visit): Element | undefined =>
  options(visit).find((option) => option.getAttribute('aria-selected') === 'true');

const send = async (visit: Visit): Promise<unknown> => {
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.press('Submit request');
  await visit.onStep('confirmation');
  const [stored] = await ask('requests', { id: visit.portal.id });
  return stored?.submission.answers;
};

const leave = async (visit: Visit): Promise<void> => {
  (await box(visit)).blur();
  await visit.element.updateComplete;
};

afterEach(cleanUp);

describe('a lookup', () => {
  it('finds as you type, shows label and detail, says once how many there are, and passes axe', async () => {
    const visit = await open();
    await search(visit, 'herestraat 106', 2);
    expect(options(visit).map(nameOf)).to.deep.equal(HERE);
    expect(options(visit)[0]?.textContent).to.contain('Cv-ketel, Groningen, 2025');
    expect(status(visit)).to.equal('2 results');
    expect((await box(visit)).getAttribute('aria-expanded')).to.equal('true');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('is chosen by keyboard without sending the form, and is sent with id and label', async () => {
    const visit = await open();
    await search(visit, 'herestraat 106', 2);
    await press(visit, 'ArrowDown');
    expect(active(visit)?.id).to.equal((await box(visit)).getAttribute('aria-activedescendant'));
    await press(visit, 'ArrowDown');
    expect(await press(visit, 'Enter')).to.equal(false);
    expect((await box(visit)).value).to.equal(HERE[1]);
    expect(options(visit)).to.have.length(0);
    expect(await send(visit)).to.deep.equal({ asset: { id: 'jv-036', label: HERE[1] } });
    expect(visit.root.querySelector('dd')?.textContent.trim()).to.equal(HERE[1]);
  });

  it('goes round with the arrows, back to the text with Home and End, and closes with Escape', async () => {
    const visit = await open();
    await search(visit, 'herestraat 106', 2);
    await press(visit, 'ArrowUp');
    expect(nameOf(active(visit))).to.contain('Nefit');
    await press(visit, 'ArrowDown');
    expect(nameOf(active(visit))).to.contain('ATAG');
    await press(visit, 'Home');
    expect(active(visit)).to.equal(undefined);
    expect((await box(visit)).selectionStart).to.equal(0);
    await press(visit, 'End');
    expect((await box(visit)).selectionStart).to.equal('herestraat 106'.length);
    expect(await press(visit, 'Escape')).to.equal(false);
    expect(options(visit)).to.have.length(0);
    expect((await box(visit)).value).to.equal('herestraat 106');
    expect(await press(visit, 'Escape')).to.equal(true);
  });

  it('opens with the first page by the arrow down, and shows more when asked', async () => {
    const visit = await open();
    (await box(visit)).focus();
    await press(visit, 'ArrowDown');
    await until('the first page', () => options(visit).length === 21);
    expect(status(visit)).to.equal('20 results shown, there are more');
    await press(visit, 'ArrowUp');
    expect(active(visit)?.textContent.trim()).to.equal('Show more');
    await press(visit, 'Enter');
    await until('the second page', () => options(visit).length === 41);
    expect(options(visit).indexOf(active(visit) as HTMLElement)).to.equal(20);
  });

  it('keeps what was typed and says to choose when it is left, and does not go on with it', async () => {
    const visit = await open();
    await search(visit, 'herestraat 106', 2);
    await leave(visit);
    await until('the error', () => visit.text().includes('Choose one from the list.'));
    expect((await box(visit)).value).to.equal('herestraat 106');
    expect((await box(visit)).getAttribute('aria-invalid')).to.equal('true');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Asset: Choose one from the list.']);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('says the same of text that is left in a lookup that may stay empty', async () => {
    const visit = await open({ ...asset, required: false });
    await visit.fill('Asset', 'some');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Asset: Choose one from the list.']);
    await visit.press('Clear Asset');
    expect(visit.root.activeElement).to.equal(await box(visit));
    await visit.press('Next');
    await visit.onStep('submit');
  });

  it('takes a choice back as soon as its text is changed', async () => {
    const visit = await open();
    await search(visit, 'herestraat 106', 2);
    options(visit)[0]?.click();
    const input = await box(visit);
    await until('the choice', () => input.value.startsWith('ATAG'));
    await visit.fill('Asset', 'ATAG');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Asset: Choose one from the list.']);
  });

  it('keeps the words that were typed when the customer goes away and comes back', async () => {
    const visit = await openDoor();
    await visit.press('Continue as guest');
    await visit.fill('Asset', 'herestr');
    await visit.press('Back');
    await visit.onStep('sign-in');
    await visit.element.goTo('details');
    const input = await box(visit);
    await until('the same words', () => input.value === 'herestr');
  });

  it('leaves without choosing by Tab, and never sends the form by Enter while it is no choice', async () => {
    const visit = await open();
    await search(visit, 'herestraat 106', 2);
    await press(visit, 'ArrowDown');
    expect(await press(visit, 'Tab')).to.equal(true);
    expect((await box(visit)).value).to.equal('herestraat 106');
    expect(await press(visit, 'Enter')).to.equal(false);
    await until('the list again', () => options(visit).length === 2);
  });

  it('only shows what was chosen where it cannot be changed', async () => {
    const initial = { id: 'jv-036', label: 'Nefit Bosch HR 30' };
    const visit = await mountFields([{ ...asset, readOnly: true, initial }]);
    const input = await visit.label('Asset');
    expect(input.value).to.equal('Nefit Bosch HR 30');
    expect(input.readOnly).to.equal(true);
    expect(visit.roles('combobox')).to.have.length(0);
  });
});
