/** `npm run test:faults` runs everything at its full size; `npm test` runs the same with less of it. */
export const isFull = process.env['FAULTS'] === 'thorough';

/** The size of something in the full run, and in the short one. */
export const sized = (full: number, short: number): number => (isFull ? full : short);
