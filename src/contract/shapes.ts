/**
 * What the contract uses of zod/mini, in a tenth of its size. The builds for browsers put it in zod's place;
 * `test/contract/shapes.test.ts` holds the two to the same findings.
 */
interface Finding {
  readonly code: string;
  readonly path: PropertyKey[];
  readonly message?: string;
  readonly origin?: string;
  readonly keys?: readonly string[];
  /** What is found after this one still counts; `false` says that not even lengths do. */
  readonly continue?: boolean;
}

/** Reads a value; what is wrong with it is added to the findings. */
type Read = (value: unknown, findings: Finding[]) => unknown;

interface Check {
  readonly run: (value: never, findings: Finding[]) => void;
  /** Is looked at although the value is of the wrong type. */
  readonly isOfLength?: boolean;
}

type Fields = Readonly<Record<string, Shape>>;
interface Traits {
  readonly fields?: Fields;
  readonly isOptional?: boolean;
  readonly literal?: unknown;
  readonly rest?: Rest;
}
type Rest = 'dropped' | 'refused' | 'kept';

interface Settings {
  readonly error?: string;
}

interface Shape extends Traits {
  readonly read: Read;
  readonly shape?: Fields;
  check(...checks: readonly Check[]): Shape;
  safeParse(value: unknown): Parsed;
}

type Parsed =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly Finding[] } };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAborted = (findings: readonly Finding[]): boolean => findings.some((one) => one.continue !== true);

const checked =
  (read: Read, checks: readonly Check[]): Read =>
  (value, findings) => {
    const own: Finding[] = [];
    const result = read(value, own);
    for (const { run, isOfLength } of checks) {
      const isLeft = isOfLength ? own.some((one) => one.continue === false) : isAborted(own);
      if (!isLeft) run(result as never, own);
    }
    findings.push(...own);
    return result;
  };

const shapeOf = (read: Read, traits: Traits = {}): Shape => ({
  ...traits,
  read,
  shape: traits.fields,
  check: (...checks) => shapeOf(checked(read, checks), traits),
  safeParse: (value) => {
    const findings: Finding[] = [];
    const result = read(value, findings);
    return findings.length > 0 ? { success: false, error: { issues: findings } } : { success: true, data: result };
  },
});

const ofType = (is: (value: unknown) => boolean, code = 'invalid_type', traits?: Traits): Shape =>
  shapeOf((value, findings) => {
    if (!is(value)) findings.push({ code, path: [] });
    return value;
  }, traits);

export const string = (): Shape => ofType((value) => typeof value === 'string');
export const number = (): Shape => ofType((value) => Number.isFinite(value));
export const boolean = (): Shape => ofType((value) => typeof value === 'boolean');
export const unknown = (): Shape => ofType(() => true);
export const literal = (only: unknown): Shape => ofType((value) => value === only, 'invalid_value', { literal: only });
const oneOf = (values: readonly unknown[]): Shape => ofType((value) => values.includes(value), 'invalid_value');

export const optional = (inner: Shape): Shape =>
  shapeOf((value, findings) => (value === undefined ? value : inner.read(value, findings)), { isOptional: true });

/** Reads one part; what is wrong with it is found below its key. */
const readPart = ({ read }: Shape, value: unknown, key: PropertyKey, findings: Finding[]): unknown => {
  const before = findings.length;
  const result = read(value, findings);
  for (let at = before; at < findings.length; at += 1) findings[at]?.path.unshift(key);
  return result;
};

export const array = (item: Shape): Shape =>
  shapeOf((value, findings) => {
    if (Array.isArray(value)) return value.map((one, index) => readPart(item, one, index, findings));
    findings.push({ code: 'invalid_type', path: [] });
    return value;
  });

const readRest = (value: Record<string, unknown>, fields: Fields, rest: Rest, findings: Finding[]) => {
  const others = rest === 'dropped' ? [] : Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
  if (rest === 'refused' && others.length > 0)
    findings.push({ code: 'unrecognized_keys', path: [], keys: others, continue: true });
  return rest === 'kept' ? others.filter((key) => key !== '__proto__').map((key) => [key, value[key]] as const) : [];
};

const objectOf = (fields: Fields, rest: Rest): Shape => {
  const known = Object.entries(fields);
  return shapeOf(
    (value, findings) => {
      if (!isObject(value)) {
        findings.push({ code: 'invalid_type', path: [] });
        return value;
      }
      const result: Record<string, unknown> = {};
      for (const [key, field] of known) {
        const isThere = key in value;
        if (field.isOptional && !isThere) continue;
        const before = findings.length;
        result[key] = readPart(field, value[key], key, findings);
        if (!isThere && findings.length === before) findings.push({ code: 'invalid_type', path: [key] });
      }
      return Object.assign(result, Object.fromEntries(readRest(value, fields, rest, findings)));
    },
    { fields, rest },
  );
};

export const object = (fields: Fields): Shape => objectOf(fields, 'dropped');
export const strictObject = (fields: Fields): Shape => objectOf(fields, 'refused');
export const looseObject = (fields: Fields): Shape => objectOf(fields, 'kept');
export const extend = ({ fields, rest = 'dropped' }: Shape, more: Fields): Shape =>
  objectOf({ ...fields, ...more }, rest);
export const omit = ({ fields = {}, rest = 'dropped' }: Shape, left: Readonly<Record<string, true>>): Shape =>
  objectOf(Object.fromEntries(Object.entries(fields).filter(([key]) => !Object.hasOwn(left, key))), rest);

export const record = (_key: Shape, item: Shape): Shape =>
  shapeOf((value, findings) => {
    if (!isObject(value)) {
      findings.push({ code: 'invalid_type', path: [] });
      return value;
    }
    const keys = Object.keys(value).filter((key) => key !== '__proto__');
    return Object.fromEntries(keys.map((key) => [key, readPart(item, value[key], key, findings)]));
  });

export const union = (options: readonly Shape[]): Shape =>
  shapeOf((value, findings) => {
    const tries = options.map(({ read }) => {
      const own: Finding[] = [];
      return { own, result: read(value, own) };
    });
    const complete = tries.filter(({ own }) => !isAborted(own));
    const fitting = tries.find(({ own }) => own.length === 0) ?? (complete.length === 1 ? complete[0] : undefined);
    findings.push(...(fitting?.own ?? [{ code: 'invalid_union', path: [] }]));
    return fitting ? fitting.result : value;
  });

export const discriminatedUnion = (key: string, options: readonly Shape[], { error }: Settings): Shape => {
  const byLiteral: ReadonlyMap<unknown, Shape> = new Map(options.map((one) => [one.fields?.[key]?.literal, one]));
  return shapeOf((value, findings) => {
    const option = isObject(value) ? byLiteral.get(value[key]) : undefined;
    if (option) return option.read(value, findings);
    if (isObject(value)) findings.push({ code: 'invalid_union', path: [key], message: error });
    else findings.push({ code: 'invalid_type', path: [], message: error });
    return value;
  });
};

const refusing = <T>(isWrong: (value: T) => boolean, finding: (value: T) => Omit<Finding, 'path'>): Check => ({
  run: (value: T, findings) => {
    if (isWrong(value)) findings.push({ continue: true, ...finding(value), path: [] });
  },
});

export const regex = (pattern: RegExp, { error }: Settings = {}): Check =>
  refusing(
    (text: string) => !pattern.test(text),
    () => ({ code: 'invalid_format', message: error }),
  );

const origin = 'number';
const beyondSafe = (value: number): string => (value > 0 ? 'too_big' : 'too_small');
export const int = (): Check =>
  refusing(
    (value: number) => !Number.isSafeInteger(value),
    (value) =>
      Number.isInteger(value) ? { code: beyondSafe(value), origin } : { code: 'invalid_type', continue: false },
  );
export const minimum = (least: number): Check =>
  refusing(
    (value: number) => value < least,
    () => ({ code: 'too_small', origin }),
  );
export const maximum = (most: number): Check =>
  refusing(
    (value: number) => value > most,
    () => ({ code: 'too_big', origin }),
  );
export const positive = (): Check =>
  refusing(
    (value: number) => value <= 0,
    () => ({ code: 'too_small', origin }),
  );

type OfLength = string | readonly unknown[];
const lengthOf = (value: OfLength): number => (typeof value === 'string' ? [...value].length : value.length);
const ofLength = (isWrong: (length: number) => boolean, code: string): Check => ({
  ...refusing(
    (value: OfLength | undefined) => (typeof value === 'string' || Array.isArray(value)) && isWrong(lengthOf(value)),
    (value) => ({ code, origin: typeof value === 'string' ? 'string' : 'array' }),
  ),
  isOfLength: true,
});
export const minLength = (least: number): Check => ofLength((length) => length < least, 'too_small');
export const maxLength = (most: number): Check => ofLength((length) => length > most, 'too_big');

export const custom = (is: (value: unknown) => boolean, { error }: Settings = {}): Shape =>
  unknown().check(
    refusing(
      (value: unknown) => !is(value),
      () => ({ code: 'custom', message: error }),
    ),
  );

export const safeParse = (shape: Shape, value: unknown): Parsed => shape.safeParse(value);

/** Nothing is compiled here. */
export const config = (): void => undefined;

export { oneOf as enum };
