/** How long a password that somebody chooses may be, in characters. */
export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

export const isPassword = (text: string): boolean =>
  text.length >= SHORTEST_PASSWORD && text.length <= LONGEST_PASSWORD;
