import { expect, test, type Browser } from '@playwright/test';
import { createDice } from './journeys/dice.js';
import { drawForm } from './journeys/form.js';
import { mishaps, type Tab } from './journeys/mishaps.js';
import { goOn, type Deed } from './journeys/person.js';
import { createWorld, type World } from './journeys/world.js';

const IS_THOROUGH = process.env['FAULTS'] === 'thorough';
const SEED = process.env['SEED'] ?? '';
const COUNT = SEED ? 1 : Number(process.env['JOURNEYS'] ?? (IS_THOROUGH ? 200 : 15));
const AT_ONCE = 4;
/** How long somebody waits before pressing the same button again, in milliseconds. */
const PATIENCE = 300;
const JOURNEY_TIME = 45_000;
/** The first mishap comes before, during or after one of so many deeds. */
const LATEST = 14;

/** Which mishap comes at which look at the page. */
type Plan = ReadonlyMap<number, string>;

/** They leave a tab behind that knew of the request. */
const NEW_TABS: ReadonlySet<string> = new Set(['closed tab', 'crash', 'second tab']);

const names = Object.keys(mishaps);
const drawPlan = (dice: ReturnType<typeof createDice>): Plan =>
  new Map(
    Array.from({ length: 1 + dice.below(2) }, () => [1 + dice.below(LATEST), names[dice.below(names.length)] ?? '']),
  );

const fails = (said: readonly string[], why: string): Error => new Error([why, ...said].join('\n  '));

/** Goes on, whatever happens, until the confirmation; gives what was done. */
const travel = async (tab: Tab, world: World, seed: number): Promise<void> => {
  const dice = createDice(seed);
  const form = drawForm(dice);
  const plan = drawPlan(dice);
  const place = await world.open(form.config, form.isGuest);
  const said: string[] = [];
  const end = Date.now() + JOURNEY_TIME;
  let last: { deed?: Deed; at: number } = { at: 0 };
  let [isNewTab, hasSent] = [false, false];
  let [deeds, over, mend]: [number, number, (() => Promise<void>) | undefined] = [0, 0, undefined];
  await tab.page.goto(place.url);
  for (;;) {
    if (Date.now() > end) throw fails(said, 'no confirmation in time');
    const justDone = Date.now() - last.at < PATIENCE ? last.deed : undefined;
    const { step, deed } = await goOn(tab.page, form, place, { isTwice: dice.below(8) === 0, justDone });
    if (deed) last = { deed, at: Date.now() };
    if (step === 'confirmation' && !mend) break;
    if (isNewTab && hasSent && step === 'details' && (await world.isConfirmed(place))) break; // it is in the mail
    if (deed) said.push(`${step}: ${JSON.stringify(deed)}`);
    deeds += deed ? 1 : 0;
    hasSent ||= deed?.kind === 'press' && deed.name === 'Submit request';
    const name = deed && plan.get(deeds);
    if (name) {
      said.push(`— ${name}`);
      isNewTab ||= NEW_TABS.has(name);
      if (mend) await mend(); // nobody opens a page without a connection
      mend = await mishaps[name]?.({ tab, world, place, dice });
      over = deeds + 1 + dice.below(3);
    }
    if (mend && (!deed || deeds >= over)) {
      await mend();
      mend = undefined;
    }
    if (!deed) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const expected = {
    answers: Object.fromEntries(form.questions.map(({ field, answer }) => [field.id, answer])),
    checklist: form.hasChecklist ? { safe: { answer: 'yes' } } : {},
    terms: form.hasTerms ? { general: { version: '1', accepted: true } } : {},
  };
  const received = await world.received(place);
  expect(
    received.map(({ answers, checklist, terms }) => ({ answers, checklist, terms })),
    said.join('\n'),
  ).toEqual([expected]);
};

/** One journey in a browser profile of its own; what went wrong, if anything did. */
const journey = async (browser: Browser, world: World, seed: number): Promise<string | undefined> => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' });
  try {
    await travel({ context, page: await context.newPage() }, world, seed);
    return undefined;
  } catch (error) {
    return `SEED=${seed}\n${String(error)}`;
  } finally {
    await context.close();
  }
};

test('43 a customer who is cut off at a random moment ends with one request that has every answer', async ({
  browser,
}) => {
  test.setTimeout(COUNT * 5_000 + 60_000);
  const drawn = IS_THOROUGH ? Math.floor(Date.now() / 1000) % 1_000_000 : 1; // what decides whether a change lands is repeatable
  const first = SEED ? Number(SEED) : drawn;
  const seeds = Array.from({ length: COUNT }, (_, index) => first * (SEED ? 1 : 1_000) + index);
  const started = Date.now();
  const world = await createWorld();
  const failures: string[] = [];
  const waiting = [...seeds];
  const next = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const failure = await journey(browser, world, seed);
      if (failure) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  await world.close();
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `journeys: ${COUNT - failures.length} of ${COUNT} arrived, seeds ${seeds[0]} to ${seeds.at(-1)} (${seconds} s)`,
  );
  expect(failures.join('\n\n')).toBe('');
});
