import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText, readCsv } from '../../demo/server/services/csv-read.js';

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);

describe('A CSV file', () => {
  it('may have any separator that spreadsheets write, and may name it', () => {
    for (const separator of [',', ';', '\t']) {
      assert.deepEqual(cellsOf(['a', '"b,;"', 'c'].join(separator)), [['a', 'b,;', 'c']], separator);
    }
    assert.deepEqual(cellsOf('sep=|\r\na|b;c\r\n1|2'), [
      ['a', 'b;c'],
      ['1', '2'],
    ]);
  });

  it('holds quotation marks, separators and line ends inside quotation marks', () => {
    const { rows } = readCsv('name;note\r\n"De ""Kade""; 1";"two\r\nlines"\r\nnext;\r\n');
    assert.deepEqual(rows, [
      { line: 1, cells: ['name', 'note'] },
      { line: 2, cells: ['De "Kade"; 1', 'two\r\nlines'] },
      { line: 4, cells: ['next', ''] },
    ]);
  });

  it('may end its lines as any system does, and leave lines empty', () => {
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(cellsOf(`a,b${end}${end}1,2${end},${end}`), [
        ['a', 'b'],
        ['1', '2'],
      ]);
    assert.deepEqual(cellsOf(''), []);
  });

  it('says where a quotation mark is never closed', () => {
    assert.equal(readCsv('a,b\n1,"2\n3,4\n').openQuote, 2);
  });

  it('is read in time that grows with its size', () => {
    const text = `a,b\n${'"x""y",""\n'.repeat(100_000)}`;
    const started = performance.now();
    assert.equal(readCsv(text).rows.length, 100_001);
    assert.equal(readCsv(`"${'""'.repeat(500_000)}`).openQuote, 1);
    assert.ok(performance.now() - started < 10_000);
  });

  it('is UTF-8 with or without its mark, UTF-16, or what Windows wrote before', () => {
    const utf8 = Buffer.from('Zoë', 'utf8');
    const files = [
      utf8,
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Zoë', 'utf16le')]),
      Buffer.from([0x5a, 0x6f, 0xeb]),
    ];
    for (const file of files) assert.equal(decodeText(file), 'Zoë');
  });
});
