import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES, loadTexts, type Texts } from '../../demo/back-office/texts/index.js';
import { IMPORT_FIELDS, type ImportKind } from '../../demo/office-contract/index.js';
import { nameCells } from '../../demo/server/services/import-columns.js';

const KINDS = Object.keys(IMPORT_FIELDS) as ImportKind[];

const columnsOf = (kind: ImportKind): readonly string[] => [...IMPORT_FIELDS[kind].needed, ...IMPORT_FIELDS[kind].more];

const nameOf = (texts: Texts, field: string): string => new Map(Object.entries(texts)).get(`column.${field}`) ?? '';

describe('The headings of a file to import', () => {
  for (const language of LANGUAGES) {
    it(`may be what the office calls them: ${language}`, async () => {
      const texts = await loadTexts(language);
      for (const kind of KINDS) {
        const fields = columnsOf(kind);
        const head = { line: 1, cells: fields.map((field) => nameOf(texts, field)) };
        const { rows, ignored, issues } = nameCells(kind, [head, { line: 2, cells: [...fields] }]);
        assert.deepEqual({ ignored, issues }, { ignored: [], issues: [] }, kind);
        assert.deepEqual(rows[0]?.cells, Object.fromEntries(fields.map((field) => [field, field])), kind);
      }
    });
  }
});
