/** Chance that repeats itself: the same seed, the same throws. */
export interface Dice {
  /** A whole number from 0 up to, not including, this. */
  below(count: number): number;
  /** One of these. */
  pick<T>(values: readonly [T, ...T[]]): T;
  isHeads(): boolean;
}

/** Throws by mulberry32, which is even enough for choosing. */
export const createDice = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { below, pick: (values) => values[below(values.length)] ?? values[0], isHeads: () => next() < 0.5 };
};
