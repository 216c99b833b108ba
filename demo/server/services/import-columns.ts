import type { Issue } from 'portal-request-form/contract';
import { toPointer } from 'portal-request-form/rules';
import { IMPORT_FIELDS, type ImportKind } from '../../office-contract/index.js';
import type { CsvRow } from './csv-read.js';
import { folded } from './search-words.js';

const CUSTOMER = {
  email: ['e-mailadres', 'e-mail', 'E-Mail-Adresse', 'email address', 'mail', 'adresse e-mail'],
  name: ['naam', 'contactpersoon', 'contact', 'Ansprechpartner', 'nom'],
  company: ['bedrijf', 'bedrijfsnaam', 'organisatie', 'organisation', 'Unternehmen', 'Firma', 'entreprise', 'société'],
  phone: [
    'telefoonnummer',
    'telefoon',
    'phone number',
    'telephone',
    'tel',
    'Telefonnummer',
    'téléphone',
    'numéro de téléphone',
  ],
  number: ['klantnummer', 'customer number', 'debiteurnummer', 'nummer', 'Kundennummer', 'numéro de client'],
};

const OPTION = {
  customer: [
    'klant',
    'e-mailadres klant',
    'customer e-mail',
    'klant e-mailadres',
    'e-mailadres',
    'e-mail',
    'customer e-mail address',
    'Kunde',
    'Kunde E-Mail-Adresse',
    'E-Mail-Adresse',
    'client',
    'client adresse e-mail',
    'adresse e-mail',
  ],
  id: ['nummer', 'number', 'code', 'numéro'],
  label: ['naam', 'name', 'omschrijving', 'description', 'Bezeichnung', 'Beschreibung', 'nom'],
  detail: ['toelichting', 'details', 'bijzonderheden', 'Erläuterung', 'précision'],
  postcode: ['postal code', 'zip', 'Postleitzahl', 'PLZ', 'code postal'],
  houseNumber: ['huisnummer', 'house number', 'Hausnummer', 'numéro de rue'],
  addition: ['toevoeging', 'huisnummertoevoeging', 'Zusatz', 'complément'],
  street: ['straat', 'straatnaam', 'Straße', 'Strasse', 'rue'],
  city: ['plaats', 'woonplaats', 'town', 'Ort', 'localité', 'ville'],
  country: ['land', 'pays'],
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
