import type { ReadBytes } from './media-type.js';

/** The longest end of a ZIP file: its record and a comment, in bytes. */
const LONGEST_END = 22 + 65_535;
/** As much of the list of a ZIP file as is read, in bytes; an office document has a few dozen entries. */
const LONGEST_LIST = 1024 * 1024;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';
const OFFICE: readonly (readonly [main: string, plain: string, withMacros: string])[] = [
  ['word/document.xml', `${OPEN_XML}wordprocessingml.document`, 'application/vnd.ms-word.document.macroEnabled.12'],
  ['xl/workbook.xml', `${OPEN_XML}spreadsheetml.sheet`, 'application/vnd.ms-excel.sheet.macroEnabled.12'],
  ['xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.12', ''],
  [
    'ppt/presentation.xml',
    `${OPEN_XML}presentationml.presentation`,
    'application/vnd.ms-powerpoint.presentation.macroEnabled.12',
  ],
];

const OPEN_DOCUMENT = /^mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation|graphics))/;

/** The names in the list at the end of a ZIP file; none when it has no list. */
const entryNames = async (size: number, read: ReadBytes): Promise<string[]> => {
  const start = Math.max(0, size - LONGEST_END);
  const end = await read(start, LONGEST_END);
  const record = end.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (record < 0 || record + 22 > end.length) return [];
  const list = await read(end.readUInt32LE(record + 16), Math.min(end.readUInt32LE(record + 12), LONGEST_LIST));
  const names: string[] = [];
  let at = 0;
  while (at + ENTRY_LENGTH <= list.length && list.readUInt32LE(at) === ENTRY) {
    const nameLength = list.readUInt16LE(at + 28);
    names.push(list.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    at += ENTRY_LENGTH + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return names;
};

/** An OpenDocument says what it is in its first entry, which is not compressed. */
const openDocument = async (read: ReadBytes): Promise<string | undefined> => {
  const first = await read(0, 200);
  const extra = first.length > 30 ? first.readUInt16LE(28) : 0;
  const text = first.toString('latin1', 30, 38) + first.toString('latin1', 38 + extra);
  return OPEN_DOCUMENT.exec(text)?.[1];
};

/** The type of a ZIP file by what is in it: an office document, or an archive; undefined when it is broken. */
export const typeOfZip = async (size: number, read: ReadBytes): Promise<string | undefined> => {
  const names = await entryNames(size, read);
  if (names.length === 0) return undefined;
  const document = await openDocument(read);
  if (document) return document;
  const office = names.includes('[Content_Types].xml') ? OFFICE.find(([main]) => names.includes(main)) : undefined;
  if (!office) return 'application/zip';
  const [, plain, withMacros] = office;
  return names.some((name) => name.endsWith('vbaProject.bin')) ? withMacros || plain : plain;
};
