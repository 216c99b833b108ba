import type { FieldType, Text } from '../../contract/index.js';
import type { Clause } from './condition.js';
import type { Notes } from './notes.js';

/** A choice as the source has it; `value` is what conditions and answers there name it by. */
export interface DraftOption {
  readonly value: string;
  readonly label: Text;
  /** Other values that conditions may name it by. */
  readonly aliases?: readonly string[] | undefined;
}

/** A field before it has its id: its rules still name questions as the source does. */
export interface Draft {
  /** JSON pointer to it in the source. */
  readonly where: string;
  /** The source's name for it, `.` between levels; conditions find it by this, or by its last part. */
  readonly key: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly help?: Text | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly options?: readonly DraftOption[] | undefined;
  readonly isRequired?: boolean | undefined;
  readonly requiredWhen?: Clause | undefined;
  /** All of them have to hold. */
  readonly visibleWhen: readonly Clause[];
  /** A value of the source; options by their value. */
  readonly initial?: unknown;
  /** The fields of a row. */
  readonly rows?: readonly Draft[] | undefined;
  /** The number of the question that it asks; none for what takes no answer. */
  readonly asks?: number | undefined;
}

export interface DraftSection {
  readonly where: string;
  readonly key: string;
  readonly title?: Text | undefined;
  readonly fields: readonly Draft[];
}

/** One form of the source; it becomes a request type. */
export interface DraftForm {
  readonly where: string;
  readonly key: string;
  readonly label: Text;
  readonly description?: Text | undefined;
  readonly sections: readonly DraftSection[];
}

/** What reading a source gives. */
export interface Reading {
  readonly forms: readonly DraftForm[];
  readonly name?: Text | undefined;
  /** The language of the texts that name none. */
  readonly locale?: string | undefined;
}

/** What a reader of a source is given along with the JSON. */
export interface Desk {
  readonly notes: Notes;
  readonly locale: string;
}

export type Reader = (json: unknown, desk: Desk) => Reading;

/** A heading for what follows, as a note. */
export const headingNote = (where: string, key: string, title: string, visibleWhen: readonly Clause[]): Draft => ({
  where,
  key: `${key}-heading`,
  type: 'note',
  label: title,
  settings: { text: `### ${title.replace(/[\\*_`[\]<]/g, '\\$&')}` },
  visibleWhen,
});

/** A note with a Markdown text. */
export const textNote = (where: string, key: string, text: Text, visibleWhen: readonly Clause[]): Draft => ({
  where,
  key,
  type: 'note',
  label: '',
  settings: { text },
  visibleWhen,
});
