import { expect } from '@open-wc/testing';
import type { ChecklistItem, Field } from '../../src/contract/index.js';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';

const item = (id: string, label: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  ...{ id, label, kind: 'yes-no', required: true },
  ...more,
});
const power = item('power', 'Is there power?', { noteWhen: ['no'], photoWhen: ['no'] });
const access = item('access', 'Access is free', { kind: 'done' });
const remarks: Field = { id: 'remarks', type: 'text', label: 'Remarks' };

const open = async (checklist: ChecklistItem[], fields: Field[] = []): Promise<Visit> => {
  const visit = await mountFields(fields, { checklist });
  if (fields.length > 0) await visit.press('Next');
  await visit.onStep('checklist');
  return visit;
};

const pick = async (visit: Visit, group: string, answer: string): Promise<HTMLInputElement> => {
  const around = await visit.role('radiogroup', group);
  const label = [...around.querySelectorAll('label')].find((one) => one.textContent.trim() === answer);
  const input = label?.querySelector('input');
  if (!input) throw new Error(`no answer "${answer}" to "${group}"`);
  input.focus();
  input.click();
  await visit.element.updateComplete;
  return input;
};

const picture = async (): Promise<File> => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
  canvas.getContext('2d')?.fillRect(5, 5, 20, 10);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  return new File(blob ? [blob] : [], 'fuse-box.png', { type: 'image/png' });
};

const add = async (visit: Visit, file: File): Promise<void> => {
  const input = await until('the input', () => visit.root.querySelector<HTMLInputElement>('.item input[type=file]'));
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
};

const asGuest = async (visit: Visit): Promise<void> => {
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
};

const heading = (visit: Visit): string => visit.root.querySelector('h2')?.textContent.trim() ?? '';

afterEach(cleanUp);

describe('the heading of the checklist', () => {
  it('tells how far it is, without taking the focus or being announced', async () => {
    const visit = await open([power, access, item('pets', 'Pets are away', { required: false })]);
    expect(heading(visit)).to.equal('Step 1 of 3: Checklist (0 of 2 done)');
    const chosen = await pick(visit, 'Is there power?', 'Yes');
    expect(heading(visit)).to.equal('Step 1 of 3: Checklist (1 of 2 done)');
    expect(visit.root.activeElement).to.equal(chosen);
    expect(visit.root.querySelector('h2')?.closest('[aria-live], [role=status], [role=alert]')).to.equal(null);
    await pick(visit, 'Pets are away', 'Yes');
    expect(heading(visit)).to.contain('(1 of 2 done)');
  });

  it('does not count an answer that still needs its note, and says nothing where nothing is required', async () => {
    const visit = await open([power]);
    await pick(visit, 'Is there power?', 'No');
    expect(heading(visit)).to.contain('(0 of 1 done)');
    cleanUp();
    const free = await open([{ ...power, required: false }]);
    expect(heading(free)).to.equal('Step 1 of 3: Checklist');
    expect(free.text()).not.to.contain('required items');
  });
});

describe('what is missing on the checklist', () => {
  it('names the item and what it asks for', async () => {
    const visit = await open([power, access]);
    await pick(visit, 'Is there power?', 'No');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal([
      'Is there power? Explanation: Fill this in.',
      'Is there power? Photos: Add a file.',
      'Access is free: Tick this to go on.',
    ]);
    const note = await visit.label<HTMLTextAreaElement>('Explanation');
    visit.roles('link', /Explanation/)[0]?.click();
    await until('the focus', () => visit.root.activeElement === note);
    const described = (note.getAttribute('aria-describedby') ?? '').split(' ');
    const texts = described.map((id) => visit.root.querySelector(`#${id}`)?.textContent.trim());
    expect(texts).to.deep.equal(['Is there power?', 'Fill this in.']);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('is complete with a note and a photo, which the server keeps', async () => {
    const visit = await open([power]);
    await pick(visit, 'Is there power?', 'No');
    await visit.fill('Explanation', 'The fuse is out');
    await add(visit, await picture());
    await visit.role('button', 'Remove fuse-box.png');
    await visit.press('Next');
    await asGuest(visit);
    await visit.onStep('confirmation');
    const [stored] = await ask('requests', { id: visit.portal.id });
    const kept = stored?.submission.checklist['power'];
    expect(kept).to.deep.include({ answer: 'no', note: 'The fuse is out' });
    expect(kept?.photos?.map(({ name }) => name)).to.deep.equal(['fuse-box.png']);
  });

  it('is not the note and photo of an answer that was changed', async () => {
    const visit = await open([power]);
    await pick(visit, 'Is there power?', 'No');
    await visit.fill('Explanation', 'The fuse is out');
    await pick(visit, 'Is there power?', 'Yes');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).not.to.contain('The fuse is out');
    await asGuest(visit);
    await visit.onStep('confirmation');
    const [stored] = await ask('requests', { id: visit.portal.id });
    expect(stored?.submission.checklist).to.deep.equal({ power: { answer: 'yes' } });
  });
});

describe('an item with a rule', () => {
  const fuse = item('fuse', 'Is the fuse in?', { visibleWhen: { '==': [{ var: 'checklist.power' }, 'no'] } });
  const plain = item('power', 'Is there power?');

  it('follows an answer of the details', async () => {
    const byDetails = item('gas', 'Is the gas on?', { visibleWhen: { '==': [{ var: 'remarks' }, 'boiler'] } });
    const visit = await open([plain, byDetails], [remarks]);
    expect(visit.text()).not.to.contain('Is the gas on?');
    await visit.press('Back');
    await visit.fill('Remarks', 'boiler');
    await visit.press('Next');
    await visit.role('radiogroup', 'Is the gas on?');
  });

  it('follows another item, and counts only while it is shown', async () => {
    const visit = await open([plain, fuse]);
    expect(heading(visit)).to.contain('(0 of 1 done)');
    await pick(visit, 'Is there power?', 'No');
    expect(heading(visit)).to.contain('(1 of 2 done)');
    await pick(visit, 'Is the fuse in?', 'Yes');
    await pick(visit, 'Is there power?', 'Yes');
    expect(heading(visit)).to.contain('(1 of 1 done)');
    await pick(visit, 'Is there power?', 'No');
    const radios = [...(await visit.role('radiogroup', 'Is the fuse in?')).querySelectorAll('input')];
    expect(radios.map(({ checked }) => checked)).to.deep.equal([true, false]);
  });

  it('hides a field of the details, which is not sent then', async () => {
    const why: Field = { ...remarks, visibleWhen: { '!=': [{ var: 'checklist.power' }, 'no'] } };
    const visit = await open([plain], [why]);
    await visit.press('Back');
    await visit.fill('Remarks', 'typed');
    await visit.press('Next');
    await pick(visit, 'Is there power?', 'No');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).not.to.contain('typed');
    await asGuest(visit);
    await visit.onStep('confirmation');
    const [stored] = await ask('requests', { id: visit.portal.id });
    expect(stored?.submission.answers).to.deep.equal({});
  });

  it('asks for a field of the details that it shows, before the request is sent', async () => {
    const rule = { '==': [{ var: 'checklist.power' }, 'no'] };
    const why: Field = { id: 'why', type: 'text', label: 'Since when?', required: true, visibleWhen: rule };
    const visit = await open([plain], [remarks, why]);
    await pick(visit, 'Is there power?', 'No');
    await visit.press('Next');
    await asGuest(visit);
    expect(visit.missing()).to.deep.equal(['Since when? Fill this in.']);
    visit.roles('link', /Since when/)[0]?.click();
    await visit.onStep('details');
    await visit.fill('Since when?', 'Monday');
    expect(visit.roles('radiogroup')).to.deep.equal([]);
  });
});
