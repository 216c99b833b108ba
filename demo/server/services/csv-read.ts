/** A row of a file, with the line that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile {
  readonly rows: readonly CsvRow[];
  /** The line of a quotation mark that is never closed. */
  readonly openQuote?: number;
}

const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** The text of a file: as its mark says, else as UTF-8, else as Windows wrote it before that. */
export const decodeText = (bytes: Uint8Array): string => {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
};

const SEPARATORS = [';', ',', '\t'] as const;

/** The separator that stands most in the first line, outside quotation marks: Excel writes that of its country. */
const separatorOf = (text: string): string => {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, 1);
  const times = (separator: string): number => first.split(separator).length;
  return SEPARATORS.reduce((most, one) => (times(one) > times(most) ? one : most), SEPARATORS[0]);
};

/** The line with which Excel is told the separator. */
const HINT = /^sep=(.)(?:\r?\n|\r)/i;

const lineBreaks = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** One cell: quoted, with what carelessly follows the quotation mark, or plain. */
const cellPattern = (separator: string): RegExp => {
  const end = separator.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(`"([^"]*(?:""[^"]*)*)"(?!")[^${end}\\r\\n]*|([^${end}\\r\\n]*)`, 'y');
};

interface CellsAt {
  readonly cells: readonly string[];
  /** Where the next row begins, in the text and in lines. */
  readonly at: number;
  readonly lines: number;
  readonly isOpen: boolean;
}

const cellsAt = (body: string, start: number, separator: string, pattern: RegExp): CellsAt => {
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  for (;;) {
    pattern.lastIndex = at;
    const [whole = '', quoted, plain = ''] = pattern.exec(body) ?? [];
    if (quoted === undefined && plain.startsWith('"')) return { cells, at, lines, isOpen: true };
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    lines += lineBreaks(whole);
    at += whole.length;
    if (body[at] !== separator) break;
    at += 1;
  }
  return { cells, at: at + (body.startsWith('\r\n', at) ? 2 : 1), lines: lines + 1, isOpen: false };
};

/** Reads comma-separated values as RFC 4180 has them, with the separators and line ends that spreadsheets write. */
export const readCsv = (text: string): CsvFile => {
  const hint = HINT.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const separator = hint?.[1] ?? separatorOf(body);
  const pattern = cellPattern(separator);
  const rows: CsvRow[] = [];
  let line = hint ? 2 : 1;
  for (let at = 0; at < body.length;) {
    const found = cellsAt(body, at, separator, pattern);
    if (found.isOpen) return { rows, openQuote: line + found.lines };
    if (found.cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: found.cells });
    line += found.lines;
    ({ at } = found);
  }
  return { rows };
};
