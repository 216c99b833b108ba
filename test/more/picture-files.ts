import { big, box, joined, textOf } from '../sample-files.js';

type Order = 'big' | 'little';
type Entry = readonly [tag: number, type: number, count: number, value: number | Uint8Array];

/** Amsterdam, as degrees, minutes and seconds, each a fraction. */
export const LATITUDE = joined(...[52, 1, 22, 1, 12, 1].map((value) => big(value, 4)));
const MAKER = textOf('Camera Works\0');

/** An EXIF block: orientation, maker and size, and where the photo was taken. */
export const exifOf = (order: Order = 'big', orientation = 6): Uint8Array<ArrayBuffer> => {
  const number = (value: number, length: number): Uint8Array =>
    order === 'big' ? big(value, length) : big(value, length).toReversed();
  const inline = (type: number, value: number) =>
    type === 3 ? joined(number(value, 2), number(0, 2)) : number(value, 4);
  const directory = (at: number, entries: readonly Entry[], next = 0): Uint8Array => {
    let dataAt = at + 2 + entries.length * 12 + 4;
    const written = entries.map(([tag, type, count, value]) => {
      const head = joined(number(tag, 2), number(type, 2), number(count, 4));
      if (typeof value === 'number') return { entry: joined(head, inline(type, value)), data: new Uint8Array() };
      dataAt += value.length;
      return { entry: joined(head, number(dataAt - value.length, 4)), data: value };
    });
    const rows = joined(...written.map(({ entry }) => entry));
    return joined(number(entries.length, 2), rows, number(next, 4), ...written.map(({ data }) => data));
  };
  const main = (shotAt: number, placesAt: number) =>
    directory(8, [
      [0x010f, 2, MAKER.length, MAKER],
      [0x0112, 3, 1, orientation],
      [0x8769, 4, 1, shotAt],
      [0x8825, 4, 1, placesAt],
    ]);
  const shotAt = 8 + main(0, 0).length;
  const shot = directory(shotAt, [
    [0xa002, 4, 1, 4000],
    [0xa003, 3, 1, 3000],
  ]);
  const places = directory(shotAt + shot.length, [
    [1, 2, 2, number(0x4e00, 2)[0] === 0x4e ? 0x4e000000 : 0x4e],
    [2, 5, 3, LATITUDE],
  ]);
  const magic = order === 'big' ? textOf('MM\0*') : textOf('II*\0');
  return joined(magic, number(8, 4), main(shotAt, shotAt + shot.length), shot, places);
};

export const XMP = textOf('<x:xmpmeta><rdf:Description exif:GPSLatitude="52,22.2N"/></x:xmpmeta>');

const segment = (marker: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = joined(...parts);
  return joined(Uint8Array.of(0xff, marker), big(content.length + 2, 2), content);
};

export const exifSegment = (tiff: Uint8Array): Uint8Array => segment(0xe1, textOf('Exif\0\0'), tiff);
export const xmpSegment = segment(0xe1, textOf('http://ns.adobe.com/xap/1.0/\0'), XMP);
export const iptcSegment = segment(0xed, textOf('Photoshop 3.0\0'), textOf('Amsterdam'));
export const frameSegment = segment(0xc0, Uint8Array.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0));
/** Pixels that look like markers: a zero byte and a restart. */
export const scan = joined(segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(1, 0xff, 0, 0xff, 0xd0, 7));

/** A JPEG of these segments; there is no picture in it. */
export const jpegOf = (...segments: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  joined(Uint8Array.of(0xff, 0xd8), ...segments, Uint8Array.of(0xff, 0xd9));

/** These segments put into a real JPEG, right at its start. */
export const intoJpeg = (jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  joined(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));

const webpChunk = (type: string, content: Uint8Array): Uint8Array =>
  joined(textOf(type), big(content.length, 4).toReversed(), content, new Uint8Array(content.length % 2));

export const webpOf = (...chunks: readonly (readonly [string, Uint8Array])[]): Uint8Array<ArrayBuffer> => {
  const content = joined(textOf('WEBP'), ...chunks.map(([type, bytes]) => webpChunk(type, bytes)));
  return joined(textOf('RIFF'), big(content.length, 4).toReversed(), content);
};

/** A photo of a phone with EXIF and XMP beside the picture, which is only named. */
export const heicOf = (tiff: Uint8Array): Uint8Array<ArrayBuffer> => {
  const exif = joined(big(6, 4), textOf('Exif\0\0'), tiff);
  const start = box('ftyp', textOf('heic'), big(0, 4), textOf('mif1heic'));
  const entry = (id: number, type: string) =>
    box('infe', big(0x02000000, 4), big(id, 2), big(0, 2), textOf(`${type}\0`));
  const info = box('iinf', big(0, 4), big(2, 2), entry(1, 'Exif'), entry(2, 'mime'));
  const place = (id: number, at: number, length: number) =>
    joined(big(id, 2), big(0, 2), big(1, 2), big(at, 4), big(length, 4));
  const meta = (at: number) => {
    const places = joined(place(1, at, exif.length), place(2, at + exif.length, XMP.length));
    return box('meta', big(0, 4), info, box('iloc', big(0, 4), big(0x44, 1), big(0, 1), big(2, 2), places));
  };
  return joined(start, meta(start.length + meta(0).length + 8), box('mdat', exif, XMP));
};
