import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Candidate } from './candidates.js';
import { controlsOf, FORM_SIZE, formOf, missingOf } from './form.js';
import type { Load } from './loads.js';
import type { Site, Weight } from './site.js';

/** Slow 4G as browsers' own tools simulate it: 1.6 Mbit/s down, 0.75 up, and a round trip that feels like 150 ms. */
const SLOW = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const SLOWER_CPU = 4;
const KEYS = 10;
/** After this a page is at rest, in milliseconds. */
const SETTLING = 300;

/** Browsers trust this name as they trust localhost, yet it is not that name, so that the widget does not tell doubts to whoever builds a page. */
export const HOST = 'bench.localhost';

type Told = (metric: string, value: number) => void;

interface Surroundings {
  readonly browser: Browser;
  readonly site: Site;
  readonly probe: string;
}

const visit = async <T>(
  { browser, site, probe }: Surroundings,
  wanted: Partial<Candidate>,
  act: (page: Page, cdp: CDPSession, address: string) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1024, height: 768 } });
  try {
    await context.addInitScript(`window.wanted = ${JSON.stringify(wanted)};`);
    await context.addInitScript(probe);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    return await act(page, cdp, `http://${HOST}:${site.port}`);
  } finally {
    await context.close();
  }
};

const ask = (page: Page, call: string): Promise<number> => page.evaluate<number>(`probe.${call}`);

const sumOf = (weights: readonly Weight[]): Weight =>
  weights.reduce(
    (sum, one) => ({
      minified: sum.minified + one.minified,
      gzip: sum.gzip + one.gzip,
      brotli: sum.brotli + one.brotli,
    }),
    { minified: 0, gzip: 0, brotli: 0 },
  );

const slowNetwork = async (cdp: CDPSession): Promise<void> => {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW);
};

/** A first visit with nothing cached: when the first field can be typed in, and what was asked for until then. */
export const loadCold = (around: Surroundings, { name, host }: Load, isSlow: boolean, tell: Told): Promise<void> =>
  visit(around, { host, submit: '', error: '' }, async (page, cdp, address) => {
    if (isSlow) {
      await slowNetwork(cdp);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
    }
    around.site.takeAsked();
    await page.goto(`${address}/load/${name}/`, { waitUntil: 'commit' });
    tell(isSlow ? 'load.slow' : 'load.plain', await ask(page, 'firstField()'));
    if (isSlow) return;
    const asked = around.site.takeAsked();
    const weight = sumOf(asked.filter((path) => /\.(?:js|css)$/.test(path)).map((path) => around.site.weigh(path)));
    for (const [kind, bytes] of Object.entries(weight)) tell(`bytes.${kind}`, bytes as number);
    tell('requests', asked.length);
    await page.waitForLoadState('networkidle');
    tell('shift', await ask(page, 'shift()'));
  });

/** A second visit, with what the first left on the device: from the arrival of the page to the first field. */
export const loadAgain = (around: Surroundings, { name, host }: Load, tell: Told): Promise<void> =>
  visit(around, { host, submit: '', error: '' }, async (page, _cdp, address) => {
    await page.goto(`${address}/load/${name}/`, { waitUntil: 'networkidle' });
    await ask(page, 'firstField()');
    await page.context().addInitScript('window.arrived = performance.now();');
    const again = await page.context().newPage();
    await slowNetwork(await page.context().newCDPSession(again));
    await again.goto(`${address}/load/${name}/`, { waitUntil: 'commit' });
    const field = await ask(again, 'firstField()');
    tell('load.again', field - (await again.evaluate<number>('arrived')));
  });

const collectGarbage = async (cdp: CDPSession): Promise<void> => {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
};

const heapOf = async (cdp: CDPSession): Promise<{ heap: number; nodes: number }> => {
  await collectGarbage(cdp);
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes };
};

const busyOf = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
};

const typing = async (page: Page, cdp: CDPSession, size: number, tell: Told): Promise<void> => {
  await ask(page, 'focus()');
  await cdp.send('Performance.enable');
  const before = await busyOf(cdp);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('a');
    tell(`key.${size}`, await ask(page, 'keyPainted()'));
  }
  await page.waitForTimeout(SETTLING);
  tell(`busy.${size}`, ((await busyOf(cdp)) - before) / KEYS);
  tell(`longest.${size}`, await ask(page, 'longest()'));
};

/** One form of one size in a page that has everything loaded: shown, typed in, and sent although it is not complete. */
export const useForm = (around: Surroundings, candidate: Candidate, size: number, tell: Told): Promise<void> =>
  visit(around, candidate, async (page, cdp, address) => {
    const of = candidate.hasSteps ? 'ofFields' : 'ofAll';
    await page.goto(`${address}/waiting/${candidate.name}/`);
    await ask(page, `prepare('/schemas/${candidate.name}/${size}.json')`);
    await page.waitForTimeout(SETTLING);
    tell(`render.${size}`, await ask(page, `mount(${controlsOf(formOf(size))[of]})`));
    await page.waitForTimeout(SETTLING);
    const { heap, nodes } = await heapOf(cdp);
    tell(`heap.${size}`, heap);
    tell(`nodes.${size}`, nodes);
    await typing(page, cdp, size, tell);
    tell(`errors.${size}`, await ask(page, `refuse(${missingOf(formOf(size))[of] - 1})`));
  });

/** The form shown and taken away so many times, and as many times more: what the second turn leaves behind. */
export const mountOften = (around: Surroundings, candidate: Candidate, times: number, tell: Told): Promise<void> =>
  visit(around, candidate, async (page, cdp, address) => {
    const controls = controlsOf(formOf(FORM_SIZE))[candidate.hasSteps ? 'ofFields' : 'ofAll'];
    await page.goto(`${address}/waiting/${candidate.name}/`);
    await ask(page, `prepare('/schemas/${candidate.name}/${FORM_SIZE}.json')`);
    await ask(page, `mounts(${times}, ${controls})`);
    const first = await heapOf(cdp);
    await ask(page, `mounts(${times}, ${controls})`);
    const second = await heapOf(cdp);
    tell('mounts.heap', second.heap - first.heap);
    tell('mounts.nodes', second.nodes - first.nodes);
  });
