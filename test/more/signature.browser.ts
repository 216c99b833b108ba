import { expect } from '@open-wc/testing';
import type { SignatureElement } from '../../src/more/signature-element.js';
import { loadPad, toPng } from '../../src/more/signature-ink.js';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';

const field = { id: 'subject', type: 'signature', label: 'Signature', help: 'A hint', required: true } as const;

const sheet = (visit: Visit) => visit.role('img', /sheet/i) as Promise<HTMLCanvasElement>;

const point = (target: EventTarget, type: string, [clientX, clientY]: readonly [number, number]) => {
  const buttons = type === 'pointerup' ? 0 : 1;
  const place = { clientX, clientY, buttons, pointerId: 7, isPrimary: true };
  target.dispatchEvent(new PointerEvent(type, { ...place, bubbles: true, composed: true, cancelable: true }));
};

/** One stroke from the left to the right of the sheet. */
const draw = async (visit: Visit): Promise<void> => {
  const canvas = await sheet(visit);
  await until('the sheet to be as large as it is shown', () => canvas.width !== 300);
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const at = (part: number) => [left + part * width, top + part * height] as const;
  point(canvas, 'pointerdown', at(0.1));
  for (const part of [0.3, 0.5, 0.7, 0.9]) {
    await new Promise(requestAnimationFrame);
    point(window, 'pointermove', at(part));
  }
  point(window, 'pointerup', at(0.9));
};

/** How many pixels of a picture are inked: not see-through, and not white. */
const inkOn = ({ data }: ImageData): number => {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at + 3] ?? 0) > 128 && (data[at] ?? 255) < 250) count += 1;
  return count;
};
const inked = (canvas: HTMLCanvasElement): number => {
  const drawn = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  return drawn ? inkOn(drawn) : 0;
};

const send = async (visit: Visit): Promise<unknown> => {
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
  await visit.onStep('confirmation');
  const [stored] = await ask('requests', { id: visit.portal.id });
  return stored?.submission.answers['subject'];
};

afterEach(cleanUp);

describe('a signature', () => {
  it('is drawn, sent as a picture and named in the review, also when Next follows at once', async () => {
    const visit = await mountFields([field]);
    await draw(visit);
    await visit.press('Next');
    await visit.onStep('submit');
    await until('the drawing to be sent', () =>
      visit.root.querySelector('dd')?.textContent.includes('Signed (drawing)'),
    );
    const answer = (await send(visit)) as { attachment: { name: string; type: string; size: number } };
    expect(answer.attachment).to.include({ name: 'signature.png', type: 'image/png' });
    expect(answer.attachment.size).to.be.greaterThan(500);
  });

  it('is sent by itself a moment after the last stroke, and passes axe', async () => {
    const visit = await mountFields([field]);
    expect(await visit.violations()).to.deep.equal([]);
    await draw(visit);
    await until('the drawing to be stored', () => visit.text().includes('Your signature is stored.'));
    expect(inked(await sheet(visit))).to.be.greaterThan(50);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('can be a typed name instead', async () => {
    const visit = await mountFields([field]);
    await visit.choose('Type my name instead');
    await visit.fill('Your name', 'Ann de Vries');
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.root.querySelector('dd')?.textContent.trim()).to.equal('Signed: Ann de Vries');
    expect(await send(visit)).to.deep.equal({ typedName: 'Ann de Vries' });
  });

  it('is asked for in words, and the list of what is missing leads to it', async () => {
    const visit = await mountFields([field]);
    const draws = await visit.label('Draw');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Signature: Put your signature, or type your name.']);
    visit.roles('link', /^Signature: /)[0]?.click();
    await until('the focus', () => visit.root.activeElement === draws);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('is said to be stored when the customer comes back, and can be put again', async () => {
    const visit = await mountFields([field]);
    await draw(visit);
    await visit.press('Next');
    await visit.onStep('submit');
    await visit.press('Back');
    await until('the status', () => visit.text().includes('Your signature is stored.'));
    await visit.press('Sign again');
    await until('the status', () => visit.text().includes('Your earlier signature counts until you draw again.'));
    expect(visit.root.activeElement).to.equal(await visit.role('button', 'Clear'));
    await draw(visit);
    await until('the new one to be stored', () => visit.text().includes('Your signature is stored.'));
  });

  it('is gone after clearing', async () => {
    const visit = await mountFields([field]);
    await draw(visit);
    await until('the drawing to be stored', () => visit.text().includes('Your signature is stored.'));
    await visit.press('Clear');
    expect(inked(await sheet(visit))).to.equal(0);
    await visit.press('Next');
    expect(visit.missing()).to.have.length(1);
  });

  it('makes way for a typed name', async () => {
    const visit = await mountFields([field]);
    await draw(visit);
    await until('the drawing to be stored', () => visit.text().includes('Your signature is stored.'));
    await visit.choose('Type my name instead');
    await until('the status', () => visit.text().includes('The signature that you drew counts until you type'));
    await visit.fill('Your name', 'Ann');
    await visit.choose('Draw');
    await until('the status', () => visit.text().includes('The name that you typed counts until you draw.'));
    expect(inked(await sheet(visit))).to.equal(0);
  });

  it('stays on the sheet when the form becomes narrower', async () => {
    const visit = await mountFields([field]);
    await draw(visit);
    const canvas = await sheet(visit);
    const before = canvas.width;
    visit.element.parentElement?.style.setProperty('inline-size', '300px');
    await until('a smaller sheet', () => canvas.width < before);
    expect(inked(canvas)).to.be.greaterThan(50);
    expect(Math.round(canvas.clientWidth * devicePixelRatio)).to.equal(canvas.width);
  });

  it('that did not arrive can be sent again', async () => {
    const visit = await mountFields([field]);
    const fault = { kind: 'problem', status: 500, code: 'unavailable', call: 'POST /attachments' } as const;
    await ask('fault', { id: visit.portal.id, next: [fault] });
    await draw(visit);
    await visit.role('button', 'Try again');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Signature: Your signature has not been sent.']);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Try again');
    await until('the drawing to be stored', () => visit.text().includes('Your signature is stored.'));
  });

  it('can be typed when drawing cannot be loaded, and drawn after another try', async () => {
    const visit = await mountFields([{ ...field, initial: { typedName: 'Ann' } }]);
    const element = await until('the field', () =>
      visit.root.querySelector<SignatureElement>('portal-field-signature'),
    );
    element.load = () => Promise.reject(new Error('no line'));
    await visit.choose('Draw');
    await until('the notice', () => visit.text().includes('Drawing does not work now. You can type your name.'));
    expect(await visit.violations()).to.deep.equal([]);
    element.load = loadPad;
    await visit.press('Try again');
    await draw(visit);
    await until('the drawing to be stored', () => visit.text().includes('Your signature is stored.'));
  });

  it('stays in its row', async () => {
    const fields = [{ ...field, id: 'sign' }];
    const visit = await mountFields([{ id: 'subject', type: 'repeat', label: 'Rooms', rowLabel: 'Room', fields }]);
    await visit.press('Add Room');
    await draw(visit);
    await visit.press('Next');
    await visit.onStep('submit');
    await until('the drawing to be sent', () => visit.root.querySelector('dd')?.textContent.includes('(drawing)'));
    const [row] = (await send(visit)) as { sign: { attachment: { type: string } } }[];
    expect(row?.sign.attachment.type).to.equal('image/png');
  });

  it('is only shown when it cannot be changed', async () => {
    const visit = await mountFields([{ ...field, readOnly: true, initial: { typedName: 'Ann' } }]);
    await until('the name', () => visit.text().includes('Signed: Ann'));
    expect(visit.roles('radio')).to.deep.equal([]);
  });
});

describe('the picture of a signature', () => {
  it('is dark ink on white, whatever the colours of the form', async () => {
    const points = [20, 60, 100, 140].map((x, time) => ({ x, y: x / 2, pressure: 0.5, time: time * 10 }));
    const look = { penColor: '#fff', dotSize: 0, minWidth: 1, maxWidth: 2, velocityFilterWeight: 0.7 };
    const strokes = [{ ...look, compositeOperation: 'source-over' as const, points }];
    const picture = await createImageBitmap(
      await toPng(await loadPad(), { strokes, width: 200, height: 100 }, 'a.png'),
    );
    expect([picture.width, picture.height]).to.deep.equal([1200, 600]);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    const corner = canvas.getContext('2d')?.getImageData(1190, 10, 1, 1).data;
    expect([...(corner ?? [])]).to.deep.equal([255, 255, 255, 255]);
    expect(inked(canvas)).to.be.greaterThan(500);
  });
});
