import { expect } from '@open-wc/testing';
import type { Field } from '../../src/contract/index.js';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';

const rooms: Field = {
  id: 'rooms',
  type: 'repeat',
  label: 'Rooms',
  rowLabel: 'Room',
  required: true,
  maxRows: 3,
  fields: [
    { id: 'area', type: 'number', label: 'Area', required: true, min: 1 },
    { id: 'wet', type: 'checkbox', label: 'Wet' },
    { id: 'tiles', type: 'text', label: 'Tiles', required: true, visibleWhen: { '!!': [{ var: 'wet' }] } },
  ],
};

const open = async (field: Field = rooms): Promise<Visit> => {
  const visit = await mountFields([field]);
  await until('the rows', () => visit.root.querySelector('.rows'));
  return visit;
};

const areas = (visit: Visit): HTMLInputElement[] => [...visit.root.querySelectorAll<HTMLInputElement>('[name=area]')];

const typeArea = async (visit: Visit, row: number, text: string): Promise<void> => {
  const input = await until('the area', () => areas(visit)[row]);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await visit.element.updateComplete;
};

const focused = (visit: Visit): string | null | undefined => visit.root.activeElement?.getAttribute('aria-label');

const send = async (visit: Visit): Promise<unknown> => {
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
  await visit.onStep('confirmation');
  const [stored] = await ask('requests', { id: visit.portal.id });
  return stored?.submission.answers;
};

afterEach(cleanUp);

describe('a repeat field', () => {
  it('begins with the row it must have, names each, and passes axe', async () => {
    const visit = await open();
    expect(visit.roles('group', 'Rooms')).to.have.length(1);
    expect(visit.roles('group', 'Room 1')).to.have.length(1);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('adds a row, puts the focus into it, and stops at the most there may be', async () => {
    const visit = await open();
    await visit.press('Add Room');
    await until('the focus', () => visit.root.activeElement === areas(visit)[1]);
    await visit.press('Add Room');
    await until('the limit', () => visit.text().includes('no more than 3'));
    expect(visit.roles('button', 'Add Room')).to.have.length(0);
  });

  it('asks for what a row lacks, by the name of the row, and leads to it', async () => {
    const visit = await open();
    await visit.press('Add Room');
    await typeArea(visit, 0, '2');
    await visit.press('Next');
    expect(visit.missing()).to.have.length(1);
    visit.roles('link', /^Room 2, Area: /)[0]?.click();
    await until('the focus', () => visit.root.activeElement === areas(visit)[1]);
    expect(areas(visit)[1]?.getAttribute('aria-invalid')).to.equal('true');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('shows in a row what the answers of that row ask for', async () => {
    const visit = await open();
    await visit.press('Add Room');
    (await until('the box', () => visit.root.querySelectorAll<HTMLInputElement>('[name=wet]')[1])).click();
    await visit.label('Tiles');
    expect(visit.root.querySelectorAll('[name=tiles]')).to.have.length(1);
  });

  it('removes a row and brings it back', async () => {
    const visit = await open();
    await typeArea(visit, 0, '7');
    await visit.press('Remove Room 1');
    await until('the undo', () => visit.root.activeElement?.textContent.includes('Undo'));
    expect(areas(visit)).to.have.length(0);
    await visit.press('Undo');
    await until('the row', () => areas(visit)[0]?.value === '7');
    expect(focused(visit)).to.equal('Remove Room 1');
  });

  it('moves a row by button, with its errors and the focus', async () => {
    const visit = await open();
    await visit.press('Add Room');
    await typeArea(visit, 0, '2');
    await visit.press('Next');
    await visit.press('Move Room 2 up');
    await until('the move', () => areas(visit)[1]?.value === '2');
    expect(areas(visit).map((input) => input.getAttribute('aria-invalid'))).to.deep.equal(['true', null]);
    expect(focused(visit)).to.equal('Move Room 1 down');
  });

  it('is sent without what its rows do not show, and reads well in the review', async () => {
    const visit = await open();
    await typeArea(visit, 0, '2,5');
    (await visit.label('Wet')).click();
    await visit.fill('Tiles', 'white');
    (await visit.label('Wet')).click();
    await until('the tiles to go', () => visit.root.querySelectorAll('[name=tiles]').length === 0);
    expect(await send(visit)).to.deep.equal({ rooms: [{ area: 2.5, wet: false }] });
    expect(visit.root.querySelector('dd')?.textContent.trim()).to.equal('1. Area: 2.5, Wet: No');
  });
});
