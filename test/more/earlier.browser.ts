import { expect } from '@open-wc/testing';
import type { Field } from '../../src/contract/index.js';
import { ask, cleanUp, place, signIn, until, type Visit } from '../harness.js';
import { customerWith } from './own-requests.js';

const fields: readonly Field[] = [
  { id: 'what', type: 'text', label: 'What', required: true },
  { id: 'units', type: 'number', label: 'Units' },
  { id: 'day', type: 'date', label: 'Day' },
  { id: 'new', type: 'text', label: 'Remarks' },
  {
    id: 'rooms',
    type: 'repeat',
    label: 'Rooms',
    rowLabel: 'Room',
    fields: [{ id: 'area', type: 'number', label: 'Area' }],
  },
];
const before = { what: 'Boiler', units: 2, day: '2030-01-04', rooms: [{ area: 3 }, { area: 5 }] };

/** On the start step, with one request sent before. */
const open = async (): Promise<{ visit: Visit; reference: string }> => {
  const { visit, receipts } = await customerWith(fields, before);
  const reference = receipts[0]?.reference ?? '';
  await visit.role('button', `Request again: ${reference}`);
  return { visit, reference };
};

const again = async ({ visit, reference }: Awaited<ReturnType<typeof open>>): Promise<void> => {
  await visit.press(`Request again: ${reference}`);
  await visit.onStep('details');
  await until('the marks', () => visit.text().includes(`from ${reference}`));
};

/** What is said of where the answer of this field came from. */
const markOf = (visit: Visit, field: string): string =>
  visit.root.querySelector(`[id="answers-${field}-origin"]`)?.textContent.trim() ?? '';

const startAnother = async (visit: Visit): Promise<void> => {
  await visit.choose('One');
  await visit.press('New request');
  await visit.onStep('details');
  await visit.fill('What', 'Airco');
  await visit.press('Back');
  await visit.onStep('start');
};

afterEach(cleanUp);

describe('requesting again', () => {
  it('is offered beside each request, named by its reference, and passes axe', async () => {
    const { visit } = await open();
    expect(visit.roles('button', /^Request again/)).to.have.length(1);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('starts with the answers that still fit, and says where they came from', async () => {
    const opened = await open();
    const { visit, reference } = opened;
    await again(opened);
    expect((await visit.label('What')).value).to.equal('Boiler');
    expect((await visit.label('Units')).value).to.equal('2');
    expect((await visit.label('Day')).value).to.equal('');
    expect([...visit.root.querySelectorAll<HTMLInputElement>('[name=area]')].map((one) => one.value)).to.eql([
      '3',
      '5',
    ]);
    const marks = ['what', 'units', 'day', 'new', 'rooms'].map((id) => markOf(visit, id));
    expect(marks).to.eql([`from ${reference}`, `from ${reference}`, '', '', `from ${reference}`]);
    expect((await visit.label('What')).getAttribute('aria-describedby')).to.contain('answers-what-origin');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('marks what the customer changes, also in a row, until it says the same again', async () => {
    const opened = await open();
    const { visit, reference } = opened;
    await again(opened);
    await visit.fill('What', 'Airco');
    await until('the mark', () => markOf(visit, 'what') === 'changed');
    await visit.fill('What', 'Boiler ');
    await until('the first mark', () => markOf(visit, 'what') === `from ${reference}`);
    await visit.press(/^Move Room 2 up/);
    await until('the mark of the rows', () => markOf(visit, 'rooms') === 'changed');
  });

  it('marks on the review only what was changed, and sends what is there', async () => {
    const opened = await open();
    const { visit } = opened;
    await again(opened);
    await visit.fill('Units', '4');
    await visit.press('Next');
    await visit.onStep('submit');
    const given = () =>
      [...visit.root.querySelectorAll('.given')].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    await until('the mark', () => given().includes('Units 4 changed'));
    expect(given()).to.include('What Boiler');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect(visit.text()).not.to.contain('changed');
    const stored = await ask('requests', { id: visit.portal.id });
    expect(stored.at(-1)?.submission.answers).to.eql({ what: 'Boiler', units: 4, rooms: before.rooms });
  });

  it('asks first what becomes of one that is not finished, and goes on with that', async () => {
    const { visit, reference } = await open();
    await startAnother(visit);
    await visit.press(`Request again: ${reference}`);
    const question = await visit.role('group', 'You have not finished “One”.');
    expect(visit.root.activeElement?.closest('[role=group]')).to.equal(question);
    expect(await visit.violations()).to.deep.equal([]);
    question.querySelector('button')?.click();
    await visit.onStep('details');
    expect((await visit.label('What')).value).to.equal('Airco');
  });

  it('throws the unfinished one away when told to, and keeps it when not', async () => {
    const { visit, reference } = await open();
    await startAnother(visit);
    await visit.press(`Request again: ${reference}`);
    await visit.press('Cancel');
    await until(
      'the focus',
      () => visit.root.activeElement?.getAttribute('aria-label') === `Request again: ${reference}`,
    );
    await visit.press(`Request again: ${reference}`);
    await visit.press(`Replace it with ${reference}`);
    await visit.onStep('details');
    expect((await visit.label('What')).value).to.equal('Boiler');
  });

  it('keeps the marks in the draft', async () => {
    const opened = await open();
    const { visit, reference } = opened;
    await again(opened);
    await visit.fill('What', 'Airco');
    await until('the draft', () => visit.heard('portal-draft-saved').length > 0);
    visit.element.remove();
    const next = place(visit.portal);
    await next.onStep('details');
    await until('the mark', () => markOf(next, 'what') === 'changed');
    expect(markOf(next, 'units')).to.equal(`from ${reference}`);
  });

  it('says in its place that it did not work, and can be tried again', async () => {
    const opened = await open();
    const { visit, reference } = opened;
    await ask('fault', {
      id: visit.portal.id,
      next: [{ call: 'GET /requests', kind: 'problem', status: 503, code: 'unavailable' }],
    });
    await visit.press(`Request again: ${reference}`);
    await until('the reason', () => visit.text().includes('The server cannot help now'));
    expect(visit.element.step).to.equal('start');
    await again(opened);
  });

  it('asks to sign in again when the session has ended', async () => {
    const { visit, reference } = await open();
    await ask('fault', {
      id: visit.portal.id,
      next: [{ call: 'GET /requests', kind: 'problem', status: 401, code: 'session-expired' }],
    });
    await visit.press(`Request again: ${reference}`);
    await signIn(visit);
    await visit.role('button', `Request again: ${reference}`);
  });
});
