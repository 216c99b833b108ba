/** Where something stands in the settings: names of properties and places in lists. */
export type Path = readonly (string | number)[];

type Box = Readonly<Record<string, unknown>> | readonly unknown[];

const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null;

/** What stands at a path; undefined where nothing does. */
export const valueAt = (root: unknown, path: Path): unknown => {
  let value = root;
  for (const step of path) {
    if (!isBox(value) || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
};

/** The list at a path; empty where there is none. */
export const listAt = (root: unknown, path: Path): readonly unknown[] => {
  const list = valueAt(root, path);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
};

const changed = (box: unknown, step: string | number, value: unknown): unknown => {
  if (Array.isArray(box)) return (box as readonly unknown[]).map((one, index) => (index === step ? value : one));
  const own = isBox(box) ? (box as Readonly<Record<string, unknown>>) : {};
  if (value !== undefined) return { ...own, [step]: value };
  return Object.fromEntries(Object.entries(own).filter(([key]) => key !== step));
};

/** The same, with another value at a path; a property that gets no value is taken out. */
export const withValue = <T>(root: T, path: Path, value: unknown): T => {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  return changed(root, step, rest.length === 0 ? value : withValue(valueAt(root, [step]), rest, value)) as T;
};

/** The same, with the list at a path changed. */
export const withList = <T>(root: T, path: Path, change: (list: readonly unknown[]) => readonly unknown[]): T =>
  withValue(root, path, change(listAt(root, path)));

/** A list with one more at a place. */
export const inserted = (list: readonly unknown[], index: number, value: unknown): readonly unknown[] => [
  ...list.slice(0, index),
  value,
  ...list.slice(index),
];

/** A list with one of its parts at another place, counted in the list as it becomes. */
export const moved = (list: readonly unknown[], from: number, to: number): readonly unknown[] => {
  const rest = list.filter((_, index) => index !== from);
  return inserted(rest, to, list[from]);
};

export const isSamePath = (one: Path, other: Path): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index]);

/** Whether a path leads to something or into it. */
export const isWithin = (path: Path, whole: Path): boolean =>
  path.length >= whole.length && isSamePath(path.slice(0, whole.length), whole);

/** The path that a JSON pointer stands for; what looks like a number is a place in a list. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** The longest part of a path at which something stands. */
export const nearest = (root: unknown, path: Path): Path =>
  path.length === 0 || valueAt(root, path) !== undefined ? path : nearest(root, path.slice(0, -1));
