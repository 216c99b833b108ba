import { expect } from '@open-wc/testing';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';
import { PNG, textOf } from '../sample-files.js';
import type { Fault } from '../faults/fault.js';

const photos = { id: 'photos', type: 'file', label: 'Photos', required: true } as const;

const choose = async (visit: Visit, ...files: readonly File[]): Promise<void> => {
  const input = await until('the input', () => visit.root.querySelector<HTMLInputElement>('input[type=file]'));
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
};

const picture = (name: string): File => new File([PNG], name, { type: 'image/png' });
const held: Fault = { kind: 'held', call: 'PATCH /attachments' };

/** On the submit step with a file that the server has not got yet. */
const openWaiting = async (...files: readonly File[]): Promise<Visit> => {
  const visit = await mountFields([photos]);
  await ask('fault', { id: visit.portal.id, next: files.map(() => held) });
  await choose(visit, ...files);
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  return visit;
};

/** Lets the answers go that are held back, or will be, until something came of it. */
const release = async (visit: Visit, isSeen: () => boolean): Promise<void> => {
  while (!isSeen()) {
    await ask('release', { id: visit.portal.id });
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

afterEach(cleanUp);

describe('sending while files are on their way', () => {
  it('waits for them, says so, and goes on by itself', async () => {
    const visit = await openWaiting(picture('a.png'), picture('b.png'));
    await visit.press('Submit request');
    await until('the words', () => visit.text().includes('2 files are still being sent; after that'));
    expect(await visit.violations()).to.deep.equal([]);
    await release(visit, () => visit.element.step === 'confirmation');
    const [stored] = await ask('requests', { id: visit.portal.id });
    expect(stored?.submission.answers['photos']).to.have.length(2);
  });

  it('is sent once, however often it is asked, and not at all when the customer stops waiting', async () => {
    const visit = await openWaiting(picture('a.png'));
    await visit.press('Submit request');
    await visit.press('Submit request');
    await visit.press('Do not submit yet');
    await until('the end', () => !visit.text().includes('still being sent'));
    await visit.press('Back');
    await release(visit, () => visit.roles('button', 'Remove a.png').length > 0);
    expect(await ask('requests', { id: visit.portal.id })).to.have.length(0);
    await visit.press('Next');
    await visit.onStep('submit');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect(await ask('requests', { id: visit.portal.id })).to.have.length(1);
  });

  it('leads to a file that did not pass, with its reason, and back', async () => {
    const visit = await openWaiting(new File([textOf('not a picture')], 'a.png', { type: 'image/png' }));
    await visit.press('Submit request');
    await release(visit, () => visit.element.step === 'details');
    await until('the reason', () => visit.text().includes('a.png was not sent. This kind of file'));
    await until('the focus', () => visit.root.activeElement?.id === 'answers-photos');
    await visit.press('Remove a.png');
    await choose(visit, picture('b.png'));
    await visit.role('button', 'Remove b.png');
    await visit.press('Next');
    await visit.onStep('submit');
  });
});
