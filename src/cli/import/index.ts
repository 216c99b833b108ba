import type { PortalConfig } from '../../contract/index.js';
import { assemble, type Assembled } from './assemble.js';
import type { Reader } from './draft.js';
import { readFormio } from './formio.js';
import { ImportError } from './import-error.js';
import { readJsonSchema } from './json-schema.js';
import { refuseEndless, valuesIn } from './json.js';
import { createNotes, type LeftOut, type Notes } from './notes.js';
import { repaired } from './repair.js';
import { likelySource } from './source.js';
import { readSurveyjs } from './surveyjs.js';

export { ImportError } from './import-error.js';
export type { LeftOut } from './notes.js';

const readers = { formio: readFormio, surveyjs: readSurveyjs, 'json-schema': readJsonSchema } satisfies Record<
  string,
  Reader
>;

/** A kind of form that can be imported. */
export type Source = keyof typeof readers;
export const SOURCES = Object.keys(readers) as Source[];

/** What became of a form. */
export interface Imported {
  /** Always passes `parseConfig`. */
  readonly config: PortalConfig;
  readonly left: readonly LeftOut[];
  /** How many questions the form asks, and how many of them are fields now. */
  readonly questions: { readonly found: number; readonly carried: number };
}

/** The questions of which at least one field is still there. */
const carriedBy = ({ json, origins }: Assembled): ReadonlySet<number> => {
  const numbers = new Set<number>();
  let level: unknown[] = [json];
  while (level.length > 0) {
    for (const one of level) {
      const asks = typeof one === 'object' && one !== null ? origins.get(one)?.asks : undefined;
      if (asks !== undefined) numbers.add(asks);
    }
    level = level.flatMap(valuesIn);
  }
  return numbers;
};

/** Nothing is lost without a word: a question that is gone, and was not named for it, is named here. */
const nameTheLost = (notes: Notes, there: ReadonlySet<number>): void => {
  const named = new Set(notes.left.map(({ where }) => where));
  for (const [number, { where, what }] of notes.questions.entries()) {
    if (!there.has(number) && !named.has(where)) notes.leave(where, what, 'unknown-type');
  }
};

/**
 * A portal configuration with the questions of an existing form, and a list of what it could not carry over.
 * `locale` is the language of the form's own texts, unless the form says so itself.
 * Throws an ImportError, and nothing else, for what is no form of that kind or asks nothing.
 */
export const importForm = (json: unknown, from: Source, { locale = 'en' }: { locale?: string } = {}): Imported => {
  refuseEndless(json);
  const notes = createNotes();
  const reading = readers[from](json, { notes, locale });
  if (notes.questions.length === 0) {
    const likely = likelySource(json);
    throw new ImportError(
      likely !== undefined && likely !== from
        ? `This is no ${from} form: it looks like one of ${likely}. Try --from ${likely}.`
        : `No questions were found in this ${from} form. Give the file that describes the form, not its answers or its settings.`,
    );
  }
  const assembled = assemble(reading, reading.locale ?? locale, notes);
  const config = repaired(assembled, notes);
  const there = carriedBy(assembled);
  nameTheLost(notes, there);
  return { config, left: notes.left, questions: { found: notes.questions.length, carried: there.size } };
};
