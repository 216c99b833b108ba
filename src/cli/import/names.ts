import type { Draft } from './draft.js';

/** A field that a rule can name. */
export interface Target {
  readonly id: string;
  readonly draft: Draft;
  /** Value of the source -> id of the option. */
  readonly optionIds: ReadonlyMap<string, string>;
  /** The repeat in whose rows the field stands. */
  readonly repeat: Draft | undefined;
}

/** Finds the field that a condition means, seen from the field that has the condition. */
export type Resolve = (name: string, from: Target) => Target | undefined;

const lastPart = (key: string): string => key.slice(key.lastIndexOf('.') + 1);

/** The key itself, then with one level less each time: `a.b.c` sees `a.b.x`, `a.x` and `x` as `x`. */
const candidates = (name: string, key: string): string[] => {
  const levels = key.split('.').slice(0, -1);
  const within = levels.map((_, index) => `${levels.slice(0, levels.length - index).join('.')}.${name}`);
  return [...within, name];
};

/** Rules see the fields of their own row, and those outside of rows. */
export const resolverOf = (targets: readonly Target[]): Resolve => {
  const byKey = new Map<string, Target[]>();
  const byLast = new Map<string, Target[]>();
  const add = (index: Map<string, Target[]>, key: string, target: Target): void => {
    const same = index.get(key);
    if (same) same.push(target);
    else index.set(key, [target]);
  };
  for (const target of targets) {
    if (target.draft.type === 'note') continue;
    add(byKey, target.draft.key, target);
    add(byLast, lastPart(target.draft.key), target);
  }
  return (name, from) => {
    const isInSight = (target: Target): boolean => target.repeat === undefined || target.repeat === from.repeat;
    const found = [
      ...candidates(name, from.draft.key).flatMap((key) => byKey.get(key) ?? []),
      ...(name.includes('.') ? [] : (byLast.get(name) ?? [])),
    ].filter((target) => isInSight(target) && target !== from);
    return found[0];
  };
};
