/** What was measured more than once: the middle, the least and the most. */
export interface Measured {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export const measuredOf = (values: readonly number[]): Measured | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (least === undefined || most === undefined || low === undefined || high === undefined) return undefined;
  return { median: (low + high) / 2, least, most };
};

/** All values of a run, by what was measured and for whom. */
export type Values = Map<string, Map<string, number[]>>;

export const add = (values: Values, metric: string, name: string, value: number): void => {
  const ofMetric = values.get(metric) ?? new Map<string, number[]>();
  values.set(metric, ofMetric);
  ofMetric.set(name, [...(ofMetric.get(name) ?? []), value]);
};

export const medianOf = (values: Values, metric: string, name: string): number | undefined =>
  measuredOf(values.get(metric)?.get(name) ?? [])?.median;
