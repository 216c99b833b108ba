import type { TemplateResult } from 'lit';
import type { FieldOf, FieldType, Issue } from '../contract/index.js';
import type { Actions } from './actions.js';
import type { Snapshot } from './contexts.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Translator } from '../i18n/translate.js';
import type { Lookup } from '../rules/index.js';
import type { MoreFieldType } from '../state/more.js';
import type { Origin } from '../state/request-state.js';
import type { Upload } from '../state/uploads.js';

/** How required and optional are told apart in words: only the minority is marked. */
export type Mark = 'required' | 'optional' | undefined;

/** What the fields of one step share. */
export interface Around {
  readonly snapshot: Snapshot;
  readonly actions: Actions;
  readonly mark: Mark;
  /** What rules see of the other answers. */
  readonly lookup: Lookup;
}

/** Everything that a field is rendered from; nothing else may change what it shows. */
export interface FieldProps<T extends FieldType> {
  readonly field: FieldOf<T>;
  readonly pointer: string;
  readonly answer: unknown;
  readonly issue?: Issue;
  /** The issues of the parts of the answer, each by the pointer of its control. */
  readonly issues: ReadonlyMap<string, Issue>;
  /** The words for when the answer is missing: those of the field's type. */
  readonly missing: MessageKey;
  readonly isRequired: boolean;
  readonly mark: Mark;
  /** Where the answer came from, if not from the customer. */
  readonly origin?: Origin;
  readonly uploads: readonly Upload[];
  /** The part that renders this field could not be loaded. */
  readonly isMoreMissing: boolean;
  readonly words: Translator;
  readonly actions: Actions;
  /** What this field shares with those around it; for the fields of its rows. */
  readonly around: Around;
  /** Sets the answer of this field, in a row too. */
  give(answer: unknown): Promise<void>;
  /** Makes the next answer of this field from the one of the moment. */
  change(make: (answer: unknown) => unknown): Promise<void>;
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

/** How each of the rarer field types is filled in and summarised. */
export type MoreFields = { readonly [T in MoreFieldType]: FieldDescriptor<T> };
