/** Keeps a value under its name; the one that was kept first goes where there would be more than `most`. */
export const remember = <K, V>(kept: Map<K, V>, name: K, value: V, most: number): void => {
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  kept.set(name, value);
};
