import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { freePort } from '../../scripts/suites/port.mjs';
import { WORDPRESS } from '../../scripts/suites/wordpress.mjs';
import { expect } from '../e2e/support.js';
import { isUp } from './site.js';
import { chooseDay, sendAs, test } from './support.js';

const folder = join(root, 'demo/embeds/wordpress');
const isAsked = (process.env.EMBEDS ?? '').split(',').includes('wordpress');

const environment = (isModule: boolean) => ({ ...process.env, WORDPRESS, ...(isModule ? { MODULES: '1' } : {}) });

/** Serves a page that the plugin made. */
const openPage = async (isModule: boolean): Promise<{ url: string; stop: () => Promise<unknown> }> => {
  const url = `localhost:${Number(await freePort())}`;
  const server = spawn('php', ['-S', url, 'page.php'], {
    cwd: join(folder, 'test'),
    env: environment(isModule),
    stdio: 'ignore',
  });
  await expect.poll(() => isUp(`http://${url}/`)).toBe(true);
  const stop = (): Promise<unknown> => {
    server.kill('SIGTERM');
    return once(server, 'close');
  };
  return { url: `http://${url}`, stop };
};

test.describe('wordpress', () => {
  test.skip(!isAsked, 'was not asked for, or could not be installed');

  test('PHP understands every file of the plugin', () => {
    const files = ['portal-request-form', 'test'].flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.php'))
        .map((file) => join(name, file)),
    );
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const { status, stdout, stderr } = spawnSync('php', ['-l', file], { cwd: folder, encoding: 'utf8' });
      expect(status, stdout + stderr).toBe(0);
    }
  });

  for (const [kind, isModule] of [
    ['a module, as of WordPress 6.5', true],
    ['a classic script', false],
  ] as const) {
    test(`what the plugin writes is right: ${kind}`, () => {
      const run = spawnSync('php', ['test/run.php'], { cwd: folder, env: environment(isModule), encoding: 'utf8' });
      expect(run.status, run.stdout + run.stderr).toBe(0);
      expect(run.stdout.match(/^passed /gm)?.length).toBeGreaterThan(10);
    });

    test(`the form of the shortcode sends a request under a strict policy: ${kind}`, async ({ page }) => {
      const website = await openPage(isModule);
      await page.goto(website.url);
      await chooseDay(page);
      await page.getByRole('radio', { name: 'Boiler' }).check();
      await page.getByLabel('Number of units').fill('1');
      expect(await sendAs(page, `wordpress-${isModule ? 'module' : 'classic'}`)).toMatch(/^PR-/);
      await website.stop();
    });
  }
});
