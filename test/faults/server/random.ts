import { randomInt } from 'node:crypto';

const LARGEST_SEED = 2 ** 31;

/** The seed of a run: the one of `SEED`, to repeat what was seen, or a new one. */
export const seedOf = (environment: NodeJS.ProcessEnv): number =>
  Number(environment['SEED'] ?? randomInt(LARGEST_SEED));

/** Whole numbers from `from` up to and without `to`, the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): ((from: number, to: number) => number) => {
  let state = seed | 0;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return from + Math.floor(share * (to - from));
  };
};
