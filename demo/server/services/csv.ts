/** What a spreadsheet would take for a formula, also after space; a plain number is none. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** A cell that no spreadsheet calculates. */
const cell = (text: string): string => {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
};

/** The mark by which spreadsheets know that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A row as RFC 4180 writes it. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
