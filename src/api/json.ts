/** A value as JSON, a map as a list, from what it holds itself: libraries of old gave every array a `toJSON`. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key) {
    const own = this[key];
    return own instanceof Map ? [...own] : own;
  });
