import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPaths, packedName } from '../../demo/server/services/packed-name.js';

const cases = [
  {
    title: 'leaves what every computer takes',
    given: 'Foto van de ketel (achter).jpg',
    packed: 'Foto van de ketel (achter).jpg',
  },
  { title: 'climbs out of no folder', given: '../../etc/passwd', packed: 'passwd' },
  { title: 'knows the folders of Windows', given: 'C:\\temp\\..\\evil.exe', packed: 'evil.exe' },
  { title: 'holds no control characters', given: 'a\u0000b\nc\u007f\u0085.png', packed: 'abc.png' },
  { title: 'reads in the direction that it is written', given: 'photo\u202egpj.exe', packed: 'photogpj.exe' },
  { title: 'takes out what Windows refuses', given: 'a:b*c?"<d>|.png', packed: 'a_b_c___d__.png' },
  { title: 'does not end in dots or spaces', given: 'letter. . .', packed: 'letter' },
  { title: 'is no device', given: 'aux.txt', packed: '_aux.txt' },
  { title: 'may begin like a device', given: 'console.txt', packed: 'console.txt' },
  { title: 'is never empty', given: '..', packed: 'file' },
  { title: 'is never only what was taken out', given: '...', packed: 'file' },
  { title: 'keeps a name that begins with a dot', given: '.htaccess', packed: '.htaccess' },
];

describe('A name in an archive', () => {
  for (const { title, given, packed } of cases) {
    it(title, () => {
      assert.equal(packedName(given), packed);
    });
  }

  it('is at most 150 bytes long, ends between characters, and keeps its extension', () => {
    for (const name of [`${'x'.repeat(200)}.jpeg`, `${'🛠️é'.repeat(60)}.jpeg`]) {
      const short = packedName(name);
      assert.ok(Buffer.byteLength(short) <= 150 && Buffer.byteLength(short) > 140, short);
      assert.ok(!/\p{Cs}/u.test(short) && short.endsWith('.jpeg'), short);
    }
    assert.equal(packedName('x'.repeat(400)), 'x'.repeat(150));
  });

  it('is given once in a folder, in whatever case it is written', () => {
    const pathOf = createPaths();
    const given = ['photo.png', 'Photo.PNG', 'photo (2).png', 'photo.png', 'read me', 'read me'];
    assert.deepEqual(
      given.map((name) => pathOf('files/a', name)),
      ['photo.png', 'Photo (2).PNG', 'photo (2) (2).png', 'photo (3).png', 'read me', 'read me (2)'].map(
        (name) => `files/a/${name}`,
      ),
    );
    assert.equal(pathOf('files/b', 'photo.png'), 'files/b/photo.png');
  });
});
