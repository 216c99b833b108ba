import { expect } from '@open-wc/testing';
import type { Attachment } from '../../src/contract/index.js';
import type { RequestPart } from '../../src/controller/request-part.js';
import { requestPart } from '../../src/request-part.js';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';
import { PNG, textOf } from '../sample-files.js';

const photos = { id: 'photos', type: 'file', label: 'Photos', maxFiles: 2 } as const;
const picture = (name: string): File => new File([PNG], name, { type: 'image/png' });

/** What somebody chose, dragged or copied. */
const carried = (...files: readonly File[]): DataTransfer => {
  const carries = new DataTransfer();
  for (const file of files) carries.items.add(file);
  return carries;
};

const inputOf = (visit: Visit) =>
  until('the input', () => visit.root.querySelector<HTMLInputElement>('input[type=file]'));

const choose = async (visit: Visit, ...files: readonly File[]): Promise<void> => {
  const input = await inputOf(visit);
  input.files = carried(...files).files;
  input.dispatchEvent(new Event('change'));
};

const zoneOf = (visit: Visit) => until('the zone', () => visit.root.querySelector('.files'));

const drag = (type: string, dataTransfer: DataTransfer): DragEvent =>
  new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer });

const paste = (target: Element, clipboardData: DataTransfer): ClipboardEvent => {
  const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData }); // Firefox lets no script fill it
  target.dispatchEvent(event);
  return event;
};

const sendAsGuest = async (visit: Visit): Promise<void> => {
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
  await visit.onStep('confirmation');
};

afterEach(cleanUp);

describe('a control for files', () => {
  it('says which kinds, how many and how large, also to who only hears it', async () => {
    const visit = await mountFields([{ ...photos, accept: ['image/*', '.pdf', '.docx'], maxBytes: 5_242_880 }]);
    const input = await inputOf(visit);
    const ids = input.getAttribute('aria-describedby') ?? '';
    const hint = visit.root.querySelector(`#${ids}`)?.textContent;
    expect(hint).to.equal('Allowed: images, PDF, or DOCX. Choose at most 2. Each file up to 5 MB.');
  });

  it('takes what is dropped on it, and shows that it will', async () => {
    const visit = await mountFields([photos]);
    const zone = await zoneOf(visit);
    const over = drag('dragover', carried(picture('plate.png')));
    zone.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    expect(getComputedStyle(zone).outlineStyle).to.equal('dashed');
    zone.dispatchEvent(drag('drop', carried(picture('plate.png'), picture('wall.png'))));
    await visit.role('button', 'Remove plate.png');
    await visit.role('button', 'Remove wall.png');
    expect(getComputedStyle(zone).outlineStyle).not.to.equal('dashed');
  });

  it('takes a picture that is pasted on its step, and leaves text to a text field', async () => {
    const visit = await mountFields([photos, { id: 'remarks', type: 'text', label: 'Remarks' }]);
    const remarks = await visit.label('Remarks');
    const both = carried(picture('shot.png'));
    both.setData('text/plain', 'words');
    expect(paste(remarks, both).defaultPrevented).to.equal(false);
    expect(paste(remarks, carried(picture('shot.png'))).defaultPrevented).to.equal(true);
    await visit.role('button', 'Remove shot.png');
  });

  it('shows small pictures of what is on its way and of what was sent, and passes axe', async () => {
    const visit = await mountFields([photos]);
    await choose(visit, picture('plate.png'), new File([textOf('a;b')], 'list.csv', { type: 'text/csv' }));
    await visit.role('button', 'Remove plate.png');
    await visit.role('button', 'Remove list.csv');
    const painted = await until('the picture', () => visit.root.querySelector<HTMLCanvasElement>('canvas'));
    expect(painted.width).to.be.greaterThan(50);
    expect(visit.root.querySelectorAll('canvas')).to.have.length(1);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Next');
    await visit.onStep('submit');
    await visit.press('Back');
    await until('the picture again', () => visit.root.querySelector('canvas'));
  });

  it('offers the camera on a touch device, where photos are taken', async () => {
    const original = window.matchMedia.bind(window);
    window.matchMedia = (query) => ({ ...original(query), matches: query.includes('coarse') });
    const visit = await mountFields([photos, { ...photos, id: 'papers', label: 'Papers', accept: ['.pdf'] }]).finally(
      () => (window.matchMedia = original),
    );
    const cameras = [...visit.root.querySelectorAll('input[capture]')];
    expect(cameras.map(({ id }) => id)).to.deep.equal(['answers-photos-camera']);
    expect(visit.text()).to.contain('Take a photo');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('takes the same file twice, and a name of 300 characters', async () => {
    const visit = await mountFields([photos]);
    await choose(visit, picture('plate.png'));
    await visit.role('button', 'Remove plate.png');
    await choose(visit, picture('plate.png'));
    await until('both', () => visit.roles('button', 'Remove plate.png').length === 2);
    await visit.press('Remove plate.png');
    await until('one', () => visit.roles('button', 'Remove plate.png').length === 1);
    const long = `${'x'.repeat(400)}.png`;
    await choose(visit, picture(long));
    await visit.role('button', `Remove ${long.slice(-300)}`);
    await visit.press('Next');
    await visit.onStep('submit');
  });
});

describe('a file that arrives', () => {
  it('is sent as what the server found it to be', async () => {
    const visit = await mountFields([photos]);
    await choose(visit, new File([PNG], 'plate.png', { type: 'image/gif' }));
    await visit.role('button', 'Remove plate.png');
    await sendAsGuest(visit);
    const [stored] = await ask('requests', { id: visit.portal.id });
    const [file] = stored?.submission.answers['photos'] as Attachment[];
    expect(file).to.include({ name: 'plate.png', type: 'image/png', size: PNG.length });
  });

  const withoutChunk = async (act: () => Promise<void>): Promise<void> => {
    const part = requestPart as { loadPictures: RequestPart['loadPictures'] };
    const { loadPictures } = part;
    part.loadPictures = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    await act().finally(() => (part.loadPictures = loadPictures));
  };

  it('is kept when what removes its place cannot be loaded, and sent by trying again', async () => {
    const visit = await mountFields([photos]);
    await withoutChunk(async () => {
      await choose(visit, picture('plate.png'));
      await visit.role('button', 'Try again: plate.png');
    });
    await visit.press('Try again: plate.png');
    await visit.role('button', 'Remove plate.png');
  });

  it('is sent all the same where photos keep their place', async () => {
    const visit = await mountFields([{ ...photos, keepLocation: true }]);
    await withoutChunk(async () => {
      await choose(visit, picture('plate.png'));
      await until('the file', () => visit.text().includes('1 file added'));
    });
  });
});

describe('files that do not arrive', () => {
  it('keep the customer from going on without them, and are sent by trying again', async () => {
    const visit = await mountFields([photos]);
    const fault = { kind: 'problem', status: 500, code: 'unavailable', call: 'POST /attachments' } as const;
    await ask('fault', { id: visit.portal.id, next: [fault] });
    await choose(visit, picture('plate.png'));
    await visit.role('button', 'Try again: plate.png');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Photos: This file has not been sent. Try again, or remove it.']);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Try again: plate.png');
    await visit.role('button', 'Remove plate.png');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).to.contain('plate.png');
  });

  it('are not sent at all when there are more than may be', async () => {
    const visit = await mountFields([photos]);
    await choose(visit, picture('one.png'), picture('two.png'), picture('three.png'));
    await until('the refusal', () => visit.text().includes('three.png was not sent. Choose at most 2.'));
    await visit.role('button', 'Remove two.png');
  });

  it('are refused by what is in them, with the reason, and the control goes on', async () => {
    const visit = await mountFields([photos]);
    await choose(visit, new File([textOf('<svg><script/></svg>')], 'photo.png', { type: 'image/png' }));
    await until('the refusal', () => visit.text().includes('photo.png was not sent. This kind of file'));
    await choose(visit, new File([], 'empty.png', { type: 'image/png' }));
    await until('the other', () => visit.text().includes('empty.png was not sent. This file is empty'));
    await choose(visit, picture('plate.png'));
    await visit.role('button', 'Remove plate.png');
  });
});
