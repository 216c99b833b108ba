import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { containerOf } from '../../src/more/images/container.js';
import { withExif } from '../../src/more/images/jpeg.js';
import { forUpright, withoutPlace } from '../../src/more/images/tiff.js';
import { big, joined, PNG, textOf } from '../sample-files.js';
import * as files from './picture-files.js';

const { exifOf, exifSegment, jpegOf, webpOf, heicOf } = files;

const includes = (bytes: Uint8Array | undefined, part: Uint8Array): boolean =>
  Buffer.from(bytes ?? []).includes(Buffer.from(part));

const clean = (bytes: Uint8Array<ArrayBuffer>) => containerOf(bytes)?.withoutPlace(bytes);

describe('an EXIF block without its place', () => {
  for (const order of ['big', 'little'] as const)
    it(`keeps all the rest, its length too (${order} end first)`, () => {
      const block = exifOf(order);
      const kept = withoutPlace(block);
      assert.ok(kept);
      assert.equal(kept.length, block.length);
      assert.ok(includes(block, files.LATITUDE) && !includes(kept, files.LATITUDE));
      assert.ok(includes(kept, textOf('Camera Works')));
      const before = block.length - files.LATITUDE.length - 2 - 24 - 4;
      assert.deepEqual(kept.subarray(0, before), block.subarray(0, before));
      assert.deepEqual(withoutPlace(kept), kept);
    });

  it('is none where it cannot be read', () => {
    const block = exifOf();
    assert.equal(withoutPlace(block.subarray(0, 40)), undefined);
    assert.equal(withoutPlace(block.subarray(0, block.length - 4)), undefined);
    assert.equal(withoutPlace(textOf('JUNK')), undefined);
  });

  it('never holds a byte more, whatever the block is', () => {
    const blocks = fc.tuple(fc.constantFrom('II*\0', 'MM\0*'), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(blocks, ([magic, rest]) => {
        const block = joined(textOf(magic), rest);
        const kept = withoutPlace(block);
        assert.ok(kept === undefined || kept.length === block.length);
      }),
    );
  });

  it('is turned upright for a photo that was', () => {
    const upright = forUpright(exifOf('little', 6), 1920, 2560);
    assert.ok(upright);
    const view = new DataView(upright.buffer);
    assert.equal(view.getUint16(8 + 2 + 12 + 8, true), 1);
    assert.ok(includes(upright, big(1920, 2).toReversed()) && includes(upright, big(2560, 2).toReversed()));
    assert.ok(includes(upright, files.LATITUDE));
  });
});

describe('a JPEG without its place', () => {
  const pixels = [files.frameSegment, files.scan];

  it('keeps its pixels and the rest of its EXIF', () => {
    const kept = clean(jpegOf(exifSegment(exifOf()), ...pixels));
    assert.deepEqual(kept, jpegOf(exifSegment(withoutPlace(exifOf()) ?? new Uint8Array()), ...pixels));
  });

  it('has no texts that name a place, and no film behind its end', () => {
    const film = textOf('ftypmp42 location');
    const photo = joined(jpegOf(files.xmpSegment, files.iptcSegment, ...pixels), film);
    assert.deepEqual(clean(photo), jpegOf(...pixels));
  });

  it('is the same file when there is nothing to remove', () => {
    const photo = jpegOf(...pixels);
    assert.equal(clean(photo), photo);
  });

  it('has no EXIF at all when that cannot be read', () => {
    assert.deepEqual(clean(jpegOf(exifSegment(textOf('MM\0*broken!')), ...pixels)), jpegOf(...pixels));
  });

  it('is none when it is cut before its pixels', () => {
    assert.equal(clean(jpegOf(exifSegment(exifOf())).subarray(0, 60)), undefined);
  });

  it('takes the EXIF of another photo, unless that is too long', () => {
    const photo = jpegOf(...pixels);
    assert.deepEqual(withExif(photo, exifOf()), jpegOf(exifSegment(exifOf()), ...pixels));
    assert.equal(withExif(photo, new Uint8Array(65_530)), undefined);
  });
});

describe('other pictures without their place', () => {
  const chunk = (type: string, content: Uint8Array) => joined(big(content.length, 4), textOf(type), content, big(0, 4));
  const withChunks = (...chunks: Uint8Array[]) => joined(PNG.subarray(0, 33), ...chunks, PNG.subarray(33));

  it('are PNG files with a blanked EXIF chunk and its check sum, and no XMP', () => {
    const xmp = joined(textOf('XML:com.adobe.xmp\0\0\0\0\0'), files.XMP);
    const kept = clean(withChunks(chunk('eXIf', exifOf()), chunk('iTXt', xmp), chunk('tEXt', textOf('Title\0A wall'))));
    assert.ok(includes(kept, textOf('Camera Works')) && includes(kept, textOf('A wall')));
    assert.ok(!includes(kept, files.LATITUDE) && !includes(kept, textOf('xmpmeta')));
    assert.ok(!includes(kept, joined(textOf('eXIf'), withoutPlace(exifOf()) ?? PNG, big(0, 4))));
    assert.equal(clean(PNG), PNG);
  });

  it('are WebP files whose chunks keep their length', () => {
    const file = webpOf(['VP8X', new Uint8Array(10)], ['VP8 ', PNG], ['EXIF', exifOf('little')], ['XMP ', files.XMP]);
    const kept = clean(file);
    assert.equal(kept?.length, file.length);
    assert.ok(includes(kept, PNG) && includes(kept, textOf('Camera Works')));
    assert.ok(!includes(kept, files.LATITUDE) && !includes(kept, files.XMP));
  });

  it('are HEIC files in which nothing moves', () => {
    const file = heicOf(exifOf());
    const kept = clean(file);
    assert.equal(kept?.length, file.length);
    assert.ok(includes(kept, withoutPlace(exifOf()) ?? file));
    assert.ok(!includes(kept, files.LATITUDE) && !includes(kept, files.XMP));
    assert.deepEqual(containerOf(file)?.exifOf(file), exifOf());
  });

  it('are none when their lists cannot be read', () => {
    const file = heicOf(exifOf());
    assert.equal(clean(file.slice(0, 60)), undefined);
    assert.equal(clean(PNG.slice(0, 40)), undefined);
    assert.equal(clean(webpOf(['EXIF', exifOf()]).slice(0, 60)), undefined);
  });

  it('are read to their end whatever is in them', () => {
    const whole = [jpegOf(exifSegment(exifOf()), files.scan), PNG, webpOf(['EXIF', exifOf()]), heicOf(exifOf())];
    const harmed = fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(255), fc.nat());
    fc.assert(
      fc.property(harmed, ([file, at, byte, cut]) => {
        const bytes = file.slice(0, 16 + (cut % file.length));
        bytes[16 + (at % bytes.length)] = byte;
        const kept = clean(bytes);
        assert.ok(kept === undefined || kept.length <= bytes.length);
      }),
      { numRuns: 2000 },
    );
  });
});
