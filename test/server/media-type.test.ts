import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgeType } from '../../demo/server/services/media-type.js';
import { big, box, HEIC, joined, PNG, textOf } from '../sample-files.js';

const judge = (name: string, content: Uint8Array | string): Promise<string | undefined> => {
  const bytes = Buffer.from(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  const read = (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length));
  return judgeType({ name, size: bytes.length, read });
};

/** A ZIP file with these entries, each without content but the first. */
const zipOf = (names: readonly string[], content = ''): Uint8Array => {
  const numbers = (...given: [number, number][]) =>
    joined(...given.map(([value, length]) => big(value, length).toReversed()));
  const entry = (name: string, index: number) =>
    joined(numbers([0x04034b50, 4], [0, 22], [name.length, 2], [0, 2]), textOf(name), textOf(index ? '' : content));
  const listed = (name: string) => joined(numbers([0x02014b50, 4], [0, 24], [name.length, 2], [0, 16]), textOf(name));
  const entries = joined(...names.map(entry));
  const list = joined(...names.map(listed));
  const end = numbers([0x06054b50, 4], [0, 4], [names.length, 2], [names.length, 2]);
  return joined(entries, list, end, numbers([list.length, 4], [entries.length, 4], [0, 2]));
};

const ftyp = (own: string, ...others: string[]) => box('ftyp', textOf(own), big(0, 4), textOf(others.join('')));
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

describe('the type of a file', () => {
  const known: [string, string | undefined, Uint8Array | string][] = [
    ['a.jpg', 'image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
    ['a.png', 'image/png', PNG],
    ['a.gif', 'image/gif', 'GIF89a'],
    ['a.webp', 'image/webp', 'RIFF\x00\x00\x00\x00WEBPVP8 '],
    ['a.heic', 'image/heic', HEIC],
    ['a.heif', 'image/heic', ftyp('mif1', 'mif1', 'heic')],
    ['a.heif', 'image/heif', ftyp('mif1', 'mif1')],
    ['a.avif', 'image/avif', ftyp('avif', 'mif1')],
    ['a.pdf', 'application/pdf', '%PDF-1.7\n'],
    ['a.mp4', 'video/mp4', ftyp('isom', 'avc1')],
    ['a.mov', 'video/quicktime', ftyp('qt  ')],
    ['a.docx', `${OPEN_XML}.wordprocessingml.document`, zipOf(['[Content_Types].xml', 'word/document.xml'])],
    ['a.xlsx', `${OPEN_XML}.spreadsheetml.sheet`, zipOf(['[Content_Types].xml', 'xl/workbook.xml'])],
    [
      'a.odt',
      'application/vnd.oasis.opendocument.text',
      zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text'),
    ],
    ['a.zip', 'application/zip', zipOf(['a.txt'])],
    ['a.doc', 'application/msword', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a.txt', 'text/plain', 'Geachte heer, één regel'],
    ['a.csv', 'text/csv', 'a;b\r\n1;2'],
    ['a.xml', 'application/xml', '<?xml version="1.0"?><order id="1"/>'],
    ['Foto 12.05', 'image/png', PNG],
  ];
  for (const [name, type, content] of known)
    it(`of ${name} is ${String(type)}`, async () => {
      assert.equal(await judge(name, content), type);
    });

  const refused: [string, string, Uint8Array | string][] = [
    ['nothing', 'a.txt', ''],
    ['SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG behind a declaration and a comment', 'a.xml', '<?xml version="1.0"?>\n<!-- a drawing -->\n<svg width="1"/>'],
    ['SVG under a prefix', 'a.xml', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
    ['HTML', 'a.txt', '\xef\xbb\xbf  <!DOCTYPE html><p>'],
    ['HTML in UTF-16', 'a.txt', Buffer.from('\ufeff<html>', 'utf16le')],
    ['a picture called HTML', 'a.html', PNG],
    ['a picture called a document', 'a.pdf', PNG],
    ['a document called a picture', 'a.jpg', '%PDF-1.7\n'],
    ['a program called a picture', 'a.jpg', 'MZ\x90\x00\x03\x00\x00\x00'],
    [
      'macros in a document without',
      'a.docx',
      zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
    ],
    ['an app called an archive', 'a.apk', zipOf(['META-INF/MANIFEST.MF'])],
    ['an archive without a list', 'a.zip', 'PK\x03\x04 and no more'],
    ['bytes that mean nothing', 'a.bin', '\x00\x01\x02\x03'],
  ];
  for (const [title, name, content] of refused)
    it(`is refused for ${title}`, async () => {
      assert.equal(await judge(name, content), undefined);
    });

  it('is told, or not, whatever the bytes are', async () => {
    const starts = fc.constantFrom('', 'PK\x03\x04', '\0\0\0\x20ftyp', 'RIFF', '\xff\xd8\xff', '<');
    const contents = fc.tuple(starts, fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(contents, async ([start, rest]) => {
        const type = await judge('a.dat', joined(Buffer.from(start, 'latin1'), rest));
        assert.ok(type === undefined || /^[a-z]+\/[\w.+-]+$/.test(type));
      }),
    );
  });
});
