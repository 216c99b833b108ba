import type { Mount } from './mount.js';

/** What the page is told before anything of it runs. */
interface Wanted {
  readonly host?: string;
  readonly submit: string;
  readonly error: string;
}

declare global {
  interface Window {
    wanted: Wanted;
    probe: typeof probe;
  }
}

const TYPABLE = 'input:is(:not([type]), [type=text], [type=email], [type=tel]), textarea';
const CONTROLS = 'input, select, textarea';
const PATIENCE = 30_000;

const rootOf = (): ParentNode => {
  const { host } = window.wanted;
  return (host ? document.querySelector(host)?.shadowRoot : undefined) ?? document;
};

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Settles once what is in the page now has been painted: the first task after the frame. */
const painted = async (): Promise<number> => {
  await nextFrame();
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  return performance.now();
};

/** The moment at which something that is looked for in each frame has been painted. */
const paintedOnce = async (look: () => boolean): Promise<number> => {
  const end = performance.now() + PATIENCE;
  while (!look()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await nextFrame();
  }
  return painted();
};

const firstTypable = (): HTMLElement | undefined =>
  [...rootOf().querySelectorAll<HTMLElement>(TYPABLE)].find((one) => one.getClientRects().length > 0);

const count = (selector: string): number => rootOf().querySelectorAll(selector).length;

let shift = 0;
let longest = 0;
let keyPainted: Promise<number> | undefined;
let schema: unknown;
let remove: (() => void) | undefined;

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: 'longtask' });
window.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    keyPainted = painted().then((moment) => moment - timeStamp);
  },
  { capture: true },
);

const mount = async (controls: number): Promise<number> => {
  const place = document.querySelector<HTMLElement>('#place');
  if (!place) throw new Error('there is no place for the form');
  const started = performance.now();
  const mountForm: Mount = window.mountForm;
  const mounting = Promise.resolve(mountForm(place, schema as never));
  const moment = await paintedOnce(() => count(CONTROLS) >= controls);
  remove = await mounting;
  return moment - started;
};

/** What the benchmark asks of a page. Times are milliseconds. */
const probe = {
  firstField: () => paintedOnce(() => firstTypable() !== undefined),
  shift: () => shift,
  prepare: async (path: string): Promise<void> => {
    schema = await (await fetch(path)).json();
    await paintedOnce(() => 'mountForm' in window);
  },
  mount,
  mounts: async (times: number, controls: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) {
      await mount(controls);
      remove?.();
      remove = undefined;
    }
    await painted();
  },
  focus: async (): Promise<void> => {
    firstTypable()?.focus();
    await painted();
    longest = 0;
  },
  keyPainted: () => keyPainted,
  longest: () => longest,
  refuse: async (errors: number): Promise<number> => {
    const started = performance.now();
    rootOf().querySelector<HTMLElement>(window.wanted.submit)?.click();
    return (await paintedOnce(() => count(window.wanted.error) >= errors)) - started;
  },
};
window.probe = probe;
