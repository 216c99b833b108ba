import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { snippetsIn } from '../../scripts/site/snippets.mjs';
import { expect, test } from './support.js';

const DOCUMENTS = ['README.md', 'docs/embedding.md'];
const PORTAL = 'https://portal.example.com/api/portals/acme';
const SCRIPT = '<script type="module" src="https://cdn.example.com/portal-request-form.js"></script>';
const ELEMENT = '<portal-request-form endpoint="…"></portal-request-form>';

/** A page of a snippet, and of the script or the element that it leaves to other lines. */
const pageWith = (snippet: string, hash: string): string => {
  const isWhole = snippet.includes('.classic.js') || snippet.includes('<portal-request-form');
  const parts = [snippet, ...(snippet.includes('<script') ? [] : [SCRIPT]), ...(isWhole ? [] : [ELEMENT])];
  const body = parts.join('\n').replaceAll('"…"', `"${PORTAL}"`).replace('sha384-…', hash);
  return `<!doctype html><html lang="en"><title>Snippet</title>${body}</html>`;
};

/** Lets the browser find the demo at the addresses that the documents name. */
const answerAsNamed = async (page: Page, demo: string): Promise<void> => {
  for (const [named, served] of [
    [PORTAL, `${demo}/api/portals/demo`],
    ['https://cdn.example.com', `${demo}/dist`],
    ['https://example.com', `${demo}/dist`],
  ] as const)
    await page.route(`${named}/**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(named, served) });
      await route.fulfill({ response });
    });
};

test('every snippet of HTML in the documents shows the form', async ({ page, request, demo }, { project }) => {
  test.skip(project.name === 'phone', 'a snippet is the same on a phone');
  const hashes = (await (await request.get('/dist/integrity.json')).json()) as Record<string, string>;
  const texts = await Promise.all(DOCUMENTS.map((file) => readFile(file, 'utf8')));
  const snippets = texts.flatMap(snippetsIn).filter(({ language }) => language === 'html');
  expect(snippets.length).toBeGreaterThan(6);
  await answerAsNamed(page, demo.url);
  let body = '';
  await page.route('**/snippet.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  for (const { text } of snippets) {
    body = pageWith(text, hashes['portal-request-form.classic.js'] ?? '');
    await page.goto('/snippet.html');
    await expect(page.locator('portal-request-form'), text).toHaveAttribute('step', 'sign-in');
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' }); // what is still being fetched, nobody waits for
});
