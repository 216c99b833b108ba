/** How one thing that was measured is told. */
export interface Metric {
  readonly key: string;
  readonly title: string;
  readonly unit: '' | 'ms' | 'kB' | 'MB';
  readonly digits: number;
}

const DIVISORS = { '': 1, ms: 1, kB: 1000, MB: 1_000_000 } as const;

export const asNumber = (value: number, { unit, digits }: Metric): string =>
  (value / DIVISORS[unit]).toFixed(digits).replace(/^-(0(?:\.0+)?)$/, '$1');

const metric = (key: string, title: string, unit: Metric['unit'], digits = 1): Metric => ({ key, title, unit, digits });

/** The tables of a report: the pages that are loaded, and the forms of each size. */
export const loadMetrics: readonly Metric[] = [
  metric('bytes.minified', 'minified', 'kB', 0),
  metric('bytes.gzip', 'gzip', 'kB'),
  metric('bytes.brotli', 'brotli', 'kB'),
  metric('requests', 'requests', '', 0),
  metric('load.plain', 'first field', 'ms', 0),
  metric('load.slow', 'first field, slow 4G, CPU/4', 'ms', 0),
  metric('load.again', 'second visit, slow 4G', 'ms', 0),
  metric('shift', 'layout shift', '', 3),
];

export const sizeMetrics = (size: number): readonly Metric[] => [
  metric(`render.${size}`, 'render', 'ms', 0),
  metric(`key.${size}`, 'keystroke to paint', 'ms'),
  metric(`busy.${size}`, 'busy a keystroke', 'ms'),
  metric(`longest.${size}`, 'longest task', 'ms', 0),
  metric(`errors.${size}`, 'all errors', 'ms', 0),
  metric(`heap.${size}`, 'heap', 'MB'),
  metric(`nodes.${size}`, 'DOM nodes', '', 0),
];

export const mountMetrics: readonly Metric[] = [
  metric('mounts.heap', 'heap after 50 more', 'kB'),
  metric('mounts.nodes', 'DOM nodes after 50 more', '', 0),
];

/** What the widget is to reach: a ratio to somebody else in the same run, or a bound of its own. */
export interface Target {
  readonly title: string;
  readonly metric: string;
  readonly name: string;
  readonly limit: number;
  readonly against?: string;
  /** Against the lightest of the other libraries. */
  readonly isAgainstPeers?: boolean;
  readonly unit?: string;
}

const widget = 'widget';
export const targets: readonly Target[] = [
  {
    title: 'bytes against the lightest other library',
    metric: 'bytes.brotli',
    name: widget,
    limit: 0.5,
    isAgainstPeers: true,
  },
  {
    title: 'slow load against the script embed',
    metric: 'load.slow',
    name: 'widget-preload',
    limit: 1.25,
    against: 'embed',
  },
  {
    title: 'second visit on slow 4G',
    metric: 'load.again',
    name: 'widget-preload',
    limit: 200,
    unit: 'ms',
  },
  {
    title: 'render of 1,000 fields against plain HTML',
    metric: 'render.1000',
    name: widget,
    limit: 2.5,
    against: 'html',
  },
  {
    title: 'render of 1,000 fields against Lit by hand',
    metric: 'render.1000',
    name: widget,
    limit: 1.2,
    against: 'lit',
  },
  {
    title: 'keystroke among 1,000 fields against plain HTML',
    metric: 'key.1000',
    name: widget,
    limit: 1.2,
    against: 'html',
  },
  {
    title: 'longest task of a keystroke among 1,000 fields',
    metric: 'longest.1000',
    name: widget,
    limit: 50,
    unit: 'ms',
  },
  {
    title: 'errors of 1,000 fields against plain HTML',
    metric: 'errors.1000',
    name: widget,
    limit: 2,
    against: 'html',
  },
  {
    title: 'heap with 1,000 fields against Lit by hand',
    metric: 'heap.1000',
    name: widget,
    limit: 1.5,
    against: 'lit',
  },
  { title: 'layout shift with the preload snippet', metric: 'shift', name: 'widget-preload', limit: 0, unit: '' },
  { title: 'DOM nodes that 50 more mounts leave', metric: 'mounts.nodes', name: widget, limit: 0, unit: '' },
];
