/** Why some text is no JSON, by what should stand at its place. */
export type JsonMistakeCode = 'value' | 'name' | 'colon' | 'comma' | 'text' | 'more' | 'end' | 'deep' | 'twice';

export interface JsonMistake {
  readonly code: JsonMistakeCode;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

export interface ReadJson {
  readonly value?: unknown;
  readonly mistake?: JsonMistake;
  /** The line on which each part begins, by its pointer. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Deeper than any rule that the linter takes. */
const DEEPEST = 200;

const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;

class Mistake extends Error {
  readonly code: JsonMistakeCode;

  constructor(code: JsonMistakeCode) {
    super(code);
    this.code = code;
  }
}

class Reader {
  at = 0;
  readonly places = new Map<string, number>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads past white space, and says what stands there; empty at the end. */
  peek(): string {
    while (' \t\n\r'.includes(this.#text.charAt(this.at) || 'x')) this.at += 1;
    return this.#text.charAt(this.at);
  }

  eat(sign: string): boolean {
    const isThere = this.peek() === sign;
    if (isThere) this.at += 1;
    return isThere;
  }

  fail(code: JsonMistakeCode): never {
    throw new Mistake(this.peek() === '' ? 'end' : code);
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  value(pointer: string, depth: number): void {
    if (depth > DEEPEST) this.fail('deep');
    const sign = this.peek();
    this.places.set(pointer, this.at);
    if (this.eat('{')) this.#members(pointer, depth);
    else if (this.eat('[')) this.#items(pointer, depth);
    else if (this.match(STRING) === undefined && this.match(PLAIN) === undefined)
      this.fail(sign === '"' ? 'text' : 'value');
  }

  #members(pointer: string, depth: number): void {
    if (this.eat('}')) return;
    const names = new Set<string>();
    do {
      this.peek();
      const place = this.at;
      const written = this.match(STRING) ?? this.fail('name');
      const name = JSON.parse(written) as string;
      if (names.has(name)) {
        this.at = place;
        this.fail('twice');
      }
      names.add(name);
      if (!this.eat(':')) this.fail('colon');
      this.value(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
    } while (this.eat(','));
    if (!this.eat('}')) this.fail('comma');
  }

  #items(pointer: string, depth: number): void {
    if (this.eat(']')) return;
    let index = 0;
    do {
      this.value(`${pointer}/${index}`, depth + 1);
      index += 1;
    } while (this.eat(','));
    if (!this.eat(']')) this.fail('comma');
  }
}

/** The line on which each part begins; they begin in the order in which they were read. */
const linesOf = (places: ReadonlyMap<string, number>, starts: readonly number[]): Map<string, number> => {
  let line = 1;
  const lineAfter = (place: number): number => {
    while ((starts[line] ?? Infinity) <= place) line += 1;
    return line;
  };
  return new Map([...places].map(([pointer, place]) => [pointer, lineAfter(place)]));
};

/** Reads JSON, and says where each part of it stands, or where it stops being JSON and what should stand there. */
export const readJson = (text: string): ReadJson => {
  const reader = new Reader(text);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  try {
    reader.value('', 0);
    if (reader.peek() !== '') reader.fail('more');
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const line = starts.findLastIndex((start) => start <= reader.at) + 1;
    const column = reader.at - (starts[line - 1] ?? 0) + 1;
    return { mistake: { code: error.code, line, column }, lines: new Map() };
  }
  return { value: JSON.parse(text) as unknown, lines: linesOf(reader.places, starts) };
};

/** The line at which something stands, or the nearest part around it that is there. */
export const lineAt = ({ lines }: ReadJson, pointer: string): number =>
  lines.get(pointer) ?? (pointer === '' ? 1 : lineAt({ lines }, pointer.slice(0, pointer.lastIndexOf('/'))));
