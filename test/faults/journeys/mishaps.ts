import type { BrowserContext, Page } from '@playwright/test';
import type { Dice } from './dice.js';
import type { Place, World } from './world.js';

/** A customer's tab: a mishap may leave another one. */
export interface Tab {
  readonly context: BrowserContext;
  page: Page;
}

interface Scene {
  readonly tab: Tab;
  readonly world: World;
  readonly place: Place;
  readonly dice: Dice;
}

const newTab = async ({ tab, place }: Scene): Promise<void> => {
  tab.page = await tab.context.newPage();
  await tab.page.goto(place.url, { waitUntil: 'commit' });
};

const problem = (status: number, code: string) => ({ kind: 'problem', status, code }) as const;

/** What happens to people in the middle of a form. Each gives what ends it, when it does not end by itself. */
export const mishaps: Readonly<Record<string, (scene: Scene) => Promise<(() => Promise<void>) | undefined>>> = {
  offline: async ({ tab }) => {
    await tab.context.setOffline(true);
    return () => tab.context.setOffline(false);
  },
  reload: async ({ tab }) => {
    await tab.page.reload({ waitUntil: 'commit' });
    return undefined;
  },
  'closed tab': async (scene) => {
    await scene.tab.page.close();
    await newTab(scene);
    return undefined;
  },
  crash: async (scene) => {
    const { page } = scene.tab;
    const crashed = page.waitForEvent('crash');
    await Promise.race([crashed, page.goto('chrome://crash').catch(() => crashed)]); // the call ends with the page
    await page.close();
    await newTab(scene);
    return undefined;
  },
  'second tab': async (scene) => {
    await newTab(scene);
    return undefined;
  },
  'back and forward': async ({ tab: { page } }) => {
    await page.goBack({ waitUntil: 'commit' });
    await page.goForward({ waitUntil: 'commit' });
    return undefined;
  },
  'lost answers': ({ world, place, dice }) => {
    world.fault(place, { kind: 'lost', times: 1 + dice.below(2) });
    return Promise.resolve(undefined);
  },
  'answers that break off': ({ world, place, dice }) => {
    world.fault(place, { kind: 'broken-off', times: 1 + dice.below(2) });
    return Promise.resolve(undefined);
  },
  'a server out of order': ({ world, place, dice }) => {
    world.fault(place, { ...problem(500, 'unavailable'), times: 1 + dice.below(3) });
    return Promise.resolve(undefined);
  },
  'a hotel network': ({ world, place, dice }) => {
    world.fault(place, { kind: 'html', times: 1 + dice.below(3) });
    return Promise.resolve(undefined);
  },
  'a server that restarts': async ({ world, place }) => {
    await world.stopAnswering(place, 300);
    return undefined;
  },
  'an ended session': async ({ world, place }) => {
    await world.endSessions(place);
    return undefined;
  },
  'slow answers': ({ world, place }) => {
    world.fault(place, { kind: 'late', milliseconds: 400, times: 4 });
    return Promise.resolve(undefined);
  },
};
