import { cpus, totalmem } from 'node:os';
import { candidates } from './candidates.js';
import { asNumber, loadMetrics, mountMetrics, sizeMetrics, targets, type Metric, type Target } from './metrics.js';
import { measuredOf, medianOf, type Values } from './statistics.js';

export interface Run {
  readonly values: Values;
  readonly titles: ReadonlyMap<string, string>;
  readonly failures: readonly string[];
  readonly rounds: number;
  readonly sizes: readonly number[];
  readonly chromium: string;
  readonly isQuick: boolean;
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;

const cell = (values: Values, metric: Metric, name: string): string => {
  const measured = measuredOf(values.get(metric.key)?.get(name) ?? []);
  if (!measured) return '–';
  const [middle, least, most] = [measured.median, measured.least, measured.most].map((one) => asNumber(one, metric));
  return least === most ? (middle ?? '') : `${middle ?? ''} (${least ?? ''}–${most ?? ''})`;
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** One table: a row for everybody of whom anything of it was measured. */
const table = ({ values, titles }: Run, metrics: readonly Metric[]): string => {
  const names = [...titles.keys()].filter((name) => metrics.some(({ key }) => values.get(key)?.has(name)));
  const heads = metrics.map(({ title, unit }) => (unit ? `${title}, ${unit}` : title));
  const rows = names.map((name) => row([titles.get(name) ?? name, ...metrics.map((one) => cell(values, one, name))]));
  return [row(['', ...heads]), row(['---', ...heads.map(() => '---:')]), ...rows].join('\n');
};

const peers = candidates.filter(({ kind }) => kind === 'peer').map(({ name }) => name);

const reachedOf = ({ values }: Run, { metric, name, against, isAgainstPeers }: Target): number | undefined => {
  const own = medianOf(values, metric, name);
  if (!against && !isAgainstPeers) return own;
  const others = (against ? [against] : peers).flatMap((other) => medianOf(values, metric, other) ?? []);
  return own === undefined || others.length === 0 ? undefined : own / Math.min(...others);
};

const targetRow = (run: Run, target: Target): string[] => {
  const reached = reachedOf(run, target);
  if (reached === undefined) return [];
  const unit = target.unit === undefined ? '×' : target.unit && ` ${target.unit}`;
  const shown = Number(reached.toFixed(2));
  return [
    row([target.title, `at most ${target.limit}${unit}`, `${shown}${unit}`, shown <= target.limit ? 'met' : 'missed']),
  ];
};

const targetTable = (run: Run): string =>
  [
    row(['target', 'wanted', 'reached', '']),
    row(['---', '---', '---', '---']),
    ...targets.flatMap((one) => targetRow(run, one)),
  ].join('\n');

/** The run as Markdown: medians, with least and most where they differ. */
export const markdownOf = (run: Run): string =>
  [
    `${run.rounds} rounds in Chromium ${run.chromium} on ${machine()}${run.isQuick ? '; a quick run, whose times mean nothing' : ''}.`,
    '### To the first field',
    table(run, loadMetrics),
    ...run.sizes.flatMap((size) => [`### ${size.toLocaleString('en')} fields`, table(run, sizeMetrics(size))]),
    '### Shown and taken away',
    table(run, mountMetrics),
    '### Targets',
    targetTable(run),
    ...(run.failures.length > 0 ? ['### Not measured', run.failures.map((one) => `- ${one}`).join('\n')] : []),
  ].join('\n\n') + '\n';

/** The run with every single value, for other programs. */
export const jsonOf = (run: Run): unknown => ({
  chromium: run.chromium,
  machine: machine(),
  rounds: run.rounds,
  isQuick: run.isQuick,
  failures: run.failures,
  values: Object.fromEntries([...run.values].map(([metric, byName]) => [metric, Object.fromEntries(byName)])),
});
