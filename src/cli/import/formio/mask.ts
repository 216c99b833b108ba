const CLASSES: ReadonlyMap<string, string> = new Map([
  ['9', '\\d'],
  ['a', '[A-Za-z]'],
  ['A', '[A-Z]'],
  ['*', '[A-Za-z0-9]'],
]);

/** The pattern of what an input mask lets through: `9999 AA` is four digits, a space and two letters. */
export const maskPattern = (mask: string): string =>
  [...mask].map((one) => CLASSES.get(one) ?? one.replace(/[$()*+./?[\\\]^{|}]/, '\\$&')).join('');
