import { existsSync } from 'node:fs';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { freePort } from './port.mjs';
import { startWebKitDriver } from './webkit.mjs';

const isRoot = process.getuid?.() === 0;

/** What Chromium is started with; as root it has no sandbox to offer. */
export const chromiumArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** @type {(files: string[]) => string} */
const firstThatExists = (files) => files.find((file) => existsSync(file)) ?? files[0];
export const chromiumPath = firstThatExists([
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]);
const firefoxPath = firstThatExists(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const webkitPath = firstThatExists(
  ['x86_64', 'aarch64'].flatMap((machine) =>
    ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
  ),
);

const named = (name, launcher) => {
  const { initialize } = launcher;
  launcher.initialize = async (...given) => {
    await initialize?.apply(launcher, given);
    launcher.name = name;
  };
  launcher.name = name;
  return launcher;
};

/** Each of its pages believes that it has the focus, so two can work beside each other: much of a test is waiting. */
const chromium = () =>
  playwrightLauncher({
    product: 'chromium',
    concurrency: 2,
    launchOptions: { executablePath: chromiumPath, args: chromiumArguments },
    createBrowserContext: ({ browser }) => browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' }),
  });

const firefox = () =>
  puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: firefoxPath, headless: true } });

const webkit = async () => {
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    capabilities: {
      browserName: 'MiniBrowser',
      pageLoadStrategy: 'none', // a page loads as long as a test lets something in it wait
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: webkitPath, args: ['--automation'] },
    },
  });
  const { initialize, stop } = launcher;
  let stopDriver = () => undefined;
  launcher.initialize = async (...given) => {
    stopDriver = await startWebKitDriver(port);
    await initialize.apply(launcher, given);
  };
  launcher.stop = async () => {
    await stop.call(launcher);
    stopDriver();
  };
  return launcher;
};

const launchers = { chromium, firefox, webkit };

/** The launchers of these browsers, in this order. */
export const launchersOf = (names) =>
  Promise.all(
    names.map(async (name) => {
      const make = launchers[name];
      if (!make) throw new Error(`There is no browser "${name}"; there are ${Object.keys(launchers).join(', ')}.`);
      return named(name, await make());
    }),
  );
