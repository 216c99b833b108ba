/** What a series of measurements comes to. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The middle of a series, and what 95 of 100 stay below. */
export const spreadOf = (series: readonly number[]): Spread => {
  const sorted = [...series].sort((one, other) => one - other);
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95) };
};

/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
