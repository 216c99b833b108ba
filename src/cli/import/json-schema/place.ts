import type { Clause } from '../condition.js';
import type { JsonObject } from '../json.js';
import type { Desk, Draft } from '../draft.js';
import type { wordsIn } from '../words.js';

/** Where reading is, and what holds for everything there. */
export interface Place {
  readonly desk: Desk;
  readonly words: ReturnType<typeof wordsIn>;
  /** The whole schema, which references look into, and its own JSON pointer in the file. */
  readonly root: unknown;
  readonly rootAt: string;
  /** The path of the answers, `a.b.` */
  readonly prefix: string;
  readonly visibleWhen: readonly Clause[];
  /** Whether this is inside a row, which cannot hold rows again. */
  readonly isRow: boolean;
  readonly depth: number;
  /** The references that led here; one that is followed again has no end. */
  readonly refs: readonly string[];
  /** How what is inside of a schema is read. */
  readonly read: {
    object(flat: Flat, place: Place): Draft[];
    property(property: Property, place: Place): Draft[];
    variants(flat: Flat, place: Place): Draft[];
  };
  /** How many more schemas are read: a few references can stand for millions. */
  readonly budget: { left: number };
}

/** A schema, where it stands, and the references followed to it. */
export interface Located {
  readonly where: string;
  readonly schema: unknown;
  readonly refs: readonly string[];
}

/** A property of an object, before it is known what it is. */
export interface Property extends Located {
  readonly name: string;
  readonly isRequired: boolean;
  readonly requiredWhen?: Clause | undefined;
}

/** `if`, with what then holds and what else. */
export interface Branch {
  readonly where: string;
  readonly schema: JsonObject;
}

/** A schema with its references followed and its `allOf` in one. */
export interface Flat {
  readonly where: string;
  readonly schema: JsonObject;
  readonly refs: readonly string[];
  readonly branches: readonly Branch[];
}
