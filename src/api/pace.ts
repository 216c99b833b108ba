import type { Pace } from '../state/uploads.js';

/** Before this time of sending nothing is told, and what is told stays for a while; in milliseconds. */
const TOO_EARLY = 2_000;
const STAYS = 1_000;
/** How much the newest piece weighs against all before it. */
const WEIGHT = 0.4;

/** Measures how fast a file goes, calmly enough to be read. */
export const createPace = () => {
  let [rate, spent, since]: [number | undefined, number, number] = [undefined, 0, STAYS];
  let told: Pace | undefined;
  return {
    /** A piece of so many bytes took so many milliseconds, and so many bytes are left. */
    add: (bytes: number, took: number, left: number): Pace | undefined => {
      if (bytes <= 0 || took <= 0) return told;
      const fresh = (bytes / took) * 1000;
      rate = rate === undefined ? fresh : rate * (1 - WEIGHT) + fresh * WEIGHT;
      spent += took;
      since += took;
      if (spent < TOO_EARLY || since < STAYS) return told;
      since = 0;
      told = { rate, left: left / rate };
      return told;
    },
  };
};
