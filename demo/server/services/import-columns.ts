import type { Issue } from 'portal-request-form/contract';
import { toPointer } from 'portal-request-form/rules';
import { IMPORT_FIELDS, type ImportKind } from '../../office-contract/index.js';
import type { CsvRow } from './csv-read.js';
import { folded } from './search-words.js';

const CUSTOMER = {
  email: ['e-mailadres', 'e-mail', 'email address', 'mail'],
  name: ['naam', 'contactpersoon', 'contact'],
  company: ['bedrijf', 'bedrijfsnaam', 'organisatie', 'organisation'],
  phone: ['telefoonnummer', 'telefoon', 'phone number', 'telephone', 'tel'],
  number: ['klantnummer', 'customer number', 'debiteurnummer', 'nummer'],
};

const OPTION = {
  customer: ['klant', 'e-mailadres klant', 'customer e-mail', 'klant e-mailadres', 'e-mailadres', 'e-mail'],
  id: ['nummer', 'number', 'code'],
  label: ['naam', 'name', 'omschrijving', 'description'],
  detail: ['toelichting', 'details', 'bijzonderheden'],
  postcode: ['postal code', 'zip'],
  houseNumber: ['huisnummer', 'house number'],
  addition: ['toevoeging', 'huisnummertoevoeging'],
  street: ['straat', 'straatnaam'],
  city: ['plaats', 'woonplaats', 'town'],
  country: ['land'],
};

/** By which headings each field of a kind of file is known besides its own name, in every language at once. */
const headingsOf = (kind: ImportKind): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries<readonly string[]>(kind === 'customers' ? CUSTOMER : OPTION));

const plain = (heading: string): string => folded(heading).replace(/[^\p{L}\p{N}]/gu, '');

/** What an own export puts before a cell that a spreadsheet would calculate. */
const DEFUSED = /^'(?=[=+\-@])/;

const textOf = (cell: string): string => cell.trim().replace(DEFUSED, '');

export interface NamedRow {
  readonly line: number;
  /** The cells that hold something, by field. */
  readonly cells: Readonly<Partial<Record<string, string>>>;
}

export interface NamedRows {
  readonly rows: readonly NamedRow[];
  readonly ignored: readonly string[];
  readonly issues: readonly Issue[];
}

/** Tells by the first row what the cells of the others are. */
export const nameCells = (kind: ImportKind, [head, ...rows]: readonly CsvRow[]): NamedRows => {
  const columns = headingsOf(kind);
  const headings = head?.cells ?? [];
  const fieldOf = (heading: string): string | undefined =>
    [...columns].find(([field, known]) => [field, ...known].some((one) => plain(one) === plain(heading)))?.[0];
  const fields = headings.map(fieldOf);
  const missing = IMPORT_FIELDS[kind].needed.filter((field) => !fields.includes(field));
  const repeated = [...columns.keys()].filter((field) => fields.filter((one) => one === field).length > 1);
  const issue = (code: string, field: string): Issue => ({ pointer: toPointer(['columns', field]), code });
  return {
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        fields.flatMap((field, index) => {
          const text = textOf(cells[index] ?? '');
          return field === undefined || text === '' ? [] : [[field, text]];
        }),
      ),
    })),
    ignored: headings.filter((heading, index) => fields[index] === undefined && heading.trim() !== ''),
    issues: [...missing.map((field) => issue('required', field)), ...repeated.map((field) => issue('repeated', field))],
  };
};
