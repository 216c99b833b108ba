import type { TemplateResult } from 'lit';
import type { Attachment, FieldOf, FieldType, Issue } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Translator } from '../i18n/translate.js';
import type { Upload } from '../state/request-state.js';

/** How required and optional are told apart in words: only the minority is marked. */
export type Mark = 'required' | 'optional' | undefined;

/** Everything that a field is rendered from; nothing else may change what it shows. */
export interface FieldProps<T extends FieldType> {
  readonly field: FieldOf<T>;
  readonly pointer: string;
  readonly answer: unknown;
  readonly issue?: Issue;
  /** The words for when the answer is missing: those of the field's type. */
  readonly missing: MessageKey;
  readonly isRequired: boolean;
  readonly mark: Mark;
  readonly uploads: readonly Upload[];
  readonly words: Translator;
  readonly actions: Actions;
  /** Today in the portal's time zone, for bounds such as `today+3d`: resolves one to `YYYY-MM-DD`. */
  resolveDate(bound: string): string;
}

/** A field type: how it is filled in, and how its answer reads in a summary. */
export interface FieldDescriptor<T extends FieldType> {
  /** The sentence that says how to mend a missing answer. */
  readonly missing: MessageKey;
  render(props: FieldProps<T>): TemplateResult;
  summary(field: FieldOf<T>, answer: unknown, words: Translator): string;
}

export const asText = (answer: unknown): string =>
  typeof answer === 'string' ? answer : typeof answer === 'number' ? String(answer) : '';

/** An answer that is a list; what its entries are is known to whoever asks. */
export const asList = (answer: unknown): readonly unknown[] => (Array.isArray(answer) ? answer : []);

/** An answer that is a list of files. */
export const asFiles = (answer: unknown): readonly Attachment[] => asList(answer) as readonly Attachment[];
