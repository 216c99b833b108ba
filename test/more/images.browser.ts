import { expect } from '@open-wc/testing';
import { containerOf } from '../../src/more/images/container.js';
import { preparePicture, thumbnailOf } from '../../src/more/images/index.js';
import { PNG } from '../sample-files.js';
import { exifOf, exifSegment, heicOf, intoJpeg, LATITUDE } from './picture-files.js';

/** A picture of four coloured squares, red at its top left; with noise when it has to be large. */
const drawn = async (width: number, height: number, type = 'image/jpeg', hasNoise = false): Promise<Uint8Array> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const sheet = canvas.getContext('2d');
  ['#e00', '#0b0', '#00e', '#ee0'].forEach((colour, index) => {
    if (!sheet) return;
    sheet.fillStyle = colour;
    sheet.fillRect(((index % 2) * width) / 2, (Math.floor(index / 2) * height) / 2, width / 2, height / 2);
  });
  for (let index = 0; hasNoise && index < 4000; index += 1) {
    sheet?.fillRect((index * 7919) % width, (index * 104_729) % height, 9, 1);
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, 1);
  });
  return new Uint8Array((await blob?.arrayBuffer()) ?? []);
};

const photo = (content: Uint8Array<ArrayBuffer>, name = 'photo.jpg', type = 'image/jpeg'): File =>
  new File([content], name, { type });

const takesAll = { keepsLocation: false, accepts: () => true };

const bytesOf = async (file: File | undefined): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await file?.arrayBuffer()) ?? []);

const hasPlace = (bytes: Uint8Array): boolean => bytes.join().includes(LATITUDE.join());

/** The size of a picture as it is shown, and whether red is at its top left or its top right. */
const shown = async (file: File | undefined) => {
  const bitmap = await createImageBitmap(file ?? new Blob());
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [8, 8];
  const sheet = canvas.getContext('2d');
  sheet?.drawImage(bitmap, 0, 0, 8, 8);
  const isRed = (x: number): boolean => {
    const [red = 0, green = 0] = sheet?.getImageData(x, 1, 1, 1).data ?? [];
    return red > 150 && green < 90;
  };
  return { width: bitmap.width, height: bitmap.height, red: isRed(1) ? 'left' : isRed(6) ? 'right' : 'none' };
};

describe('a photo before it is sent', () => {
  it('is made smaller, upright, and without the place where it was taken', async () => {
    const large = photo(intoJpeg(await drawn(3200, 2400, 'image/jpeg', true), exifSegment(exifOf('big', 6))));
    const made = await preparePicture(large, takesAll);
    expect(made?.size).to.be.lessThan(large.size);
    expect(await shown(made)).to.deep.equal({ width: 1920, height: 2560, red: 'right' });
    expect(hasPlace(await bytesOf(made))).to.equal(false);
  });

  it('keeps its place where the field keeps it, and is upright all the same', async () => {
    const large = photo(intoJpeg(await drawn(3200, 2400, 'image/jpeg', true), exifSegment(exifOf('little', 6))));
    const made = await preparePicture(large, { ...takesAll, keepsLocation: true });
    expect(made?.size).to.be.lessThan(large.size);
    expect(await shown(made)).to.deep.equal({ width: 1920, height: 2560, red: 'right' });
    expect(hasPlace(await bytesOf(made))).to.equal(true);
  });

  it('keeps its own pixels when redrawing does not help', async () => {
    const small = await bytesOf(await preparePicture(photo(new Uint8Array(await drawn(64, 48))), takesAll));
    const placed = photo(intoJpeg(small, exifSegment(exifOf('big', 6))));
    const made = await preparePicture(placed, { ...takesAll, accepts: ({ name }) => name === 'photo.jpg' });
    expect(made && made.size <= placed.size).to.equal(true);
    expect(await shown(made)).to.deep.equal({ width: 48, height: 64, red: 'right' });
    expect(hasPlace(await bytesOf(made))).to.equal(false);
  });

  it('is sent as it is when the field would not take what it becomes', async () => {
    const large = photo(intoJpeg(await drawn(3200, 2400), exifSegment(exifOf())), 'photo.jfif', 'image/pjpeg');
    const made = await preparePicture(large, { ...takesAll, accepts: ({ type }) => type === 'image/pjpeg' });
    expect(made?.type).to.equal('image/pjpeg');
    expect((await shown(made)).height).to.equal(3200);
    expect(hasPlace(await bytesOf(made))).to.equal(false);
  });

  it('that nothing here can read loses its place where it stands, or is not sent', async () => {
    const unread = photo(heicOf(exifOf()), 'IMG_1.HEIC', 'image/heic');
    const made = await preparePicture(unread, takesAll);
    expect(made?.size).to.equal(unread.size);
    expect(made?.name).to.equal('IMG_1.HEIC');
    expect(hasPlace(await bytesOf(made))).to.equal(false);
    const cut = photo(heicOf(exifOf()).slice(0, 60), 'IMG_2.HEIC', 'image/heic');
    expect(await preparePicture(cut, takesAll)).to.equal(undefined);
    expect(await preparePicture(cut, { ...takesAll, keepsLocation: true })).to.equal(cut);
  });

  it('is the same file when it is a drawing without a place', async () => {
    const drawing = new File([PNG], 'drawing.png', { type: 'image/png' });
    expect(await preparePicture(drawing, takesAll)).to.equal(drawing);
    const letter = new File(['%PDF-1.7'], 'letter.pdf', { type: 'application/pdf' });
    expect(await preparePicture(letter, takesAll)).to.equal(letter);
  });

  it('is not redrawn where the canvas does not tell the truth', async () => {
    const prototype = CanvasRenderingContext2D.prototype;
    const original = Object.getOwnPropertyDescriptor(prototype, 'getImageData');
    prototype.getImageData = () => new ImageData(new Uint8ClampedArray(16 * 16 * 4).fill(255), 16);
    const large = photo(intoJpeg(await drawn(3200, 2400), exifSegment(exifOf())));
    const made = await preparePicture(large, takesAll).finally(() => {
      if (original) Object.defineProperty(prototype, 'getImageData', original);
    });
    expect((await shown(made)).height).to.equal(3200);
    expect(hasPlace(await bytesOf(made))).to.equal(false);
  });

  it('is not replaced by the blank sheet of a canvas that failed', async () => {
    const prototype = HTMLCanvasElement.prototype;
    const original = Object.getOwnPropertyDescriptor(prototype, 'toBlob');
    const bytes = await drawn(3200, 2400);
    prototype.toBlob = function blank(done, type, quality) {
      this.getContext('2d')?.clearRect(0, 0, this.width, this.height);
      (original?.value as typeof prototype.toBlob).call(this, done, type, quality);
    };
    const large = photo(new Uint8Array(bytes));
    const made = await preparePicture(large, takesAll).finally(() => {
      if (original) Object.defineProperty(prototype, 'toBlob', original);
    });
    expect(made).to.equal(large);
  });
});

describe('other pictures before they are sent', () => {
  for (const type of ['image/png', 'image/webp'])
    it(`stay ${type} and can be read once their place is gone`, async () => {
      const bytes = new Uint8Array(await drawn(64, 48, type));
      if (type === 'image/webp' && !containerOf(bytes)?.kind.startsWith('webp')) return; // no browser writes all kinds
      const made = await preparePicture(photo(bytes, 'picture', type), takesAll);
      expect(await shown(made)).to.deep.equal({ width: 64, height: 48, red: 'left' });
    });

  it('are shown small and square, or not at all', async () => {
    const small = await thumbnailOf(photo(new Uint8Array(await drawn(64, 48))));
    expect([small?.width, small?.height]).to.deep.equal([112, 112]);
    expect(await thumbnailOf(photo(heicOf(exifOf())))).to.equal(undefined);
  });
});
