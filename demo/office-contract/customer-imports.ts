import type { Issue, OptionSource } from 'portal-request-form/contract';

/** What a file may hold: customers, or what they choose from. */
export type ImportKind = 'customers' | OptionSource;

/** What becomes of a line of a file. */
export type ImportOutcome = 'new' | 'changed' | 'same' | 'wrong';

/**
 * For managers: 403 for anybody else. The body is a CSV file, `text/csv`, of at most 2 MB and 5,000 lines.
 *
 * POST   /customer-imports?kind=               200 ImportPreview with an ETag, and nothing changes; 413; 415; 422 for what
 *                                              is wrong with the file as a whole
 * POST   /customer-imports/commit?kind=        200 ImportPreview of what was done, all of it or nothing; `If-Match` names the
 *                                              ETag of the preview; 412 when something has changed since; 422; 428
 *
 * Issues of the file: `/file` `empty`, `quote` (`line`), `too-many` (`max`); `/columns/{field}` `required`, `repeated`.
 */
export interface ImportPreview {
  kind: ImportKind;
  counts: Record<ImportOutcome, number>;
  /** Headings that mean nothing here, and whose cells are not read. */
  ignored: string[];
  /** Those that are wrong first, then in the order of the file; at most 200. */
  lines: ImportLine[];
}

export interface ImportLine {
  /** Where it begins in the file, from 1. */
  line: number;
  outcome: ImportOutcome;
  /** The address of a customer, or what the thing is called. */
  what: string;
  /** Pointers name the field: `/email`, `/postcode`; `repeated` and `ambiguous` name the `line` before, or the `count`. */
  issues: Issue[];
}

const NAMED = { needed: ['customer', 'label'], more: ['id', 'detail'] } as const;

/** The columns of a file: those without which it is refused, and those that it may have. */
export const IMPORT_FIELDS: Readonly<Record<ImportKind, { needed: readonly string[]; more: readonly string[] }>> = {
  customers: { needed: ['email', 'name'], more: ['company', 'phone', 'number'] },
  contacts: NAMED,
  assets: NAMED,
  projects: NAMED,
  addresses: {
    needed: ['customer', 'postcode', 'houseNumber', 'street', 'city'],
    more: ['addition', 'country', 'id', 'label', 'detail'],
  },
};
