import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const linter = new ESLint();

/** The rules that a text breaks when it stands in a file that exists. */
const broken = async (filePath: string, text: string): Promise<(string | null)[]> => {
  const [result] = await linter.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
};

const refused = [
  [
    'the contract imports rules',
    'src/contract/text.ts',
    "export * from '../rules/index.js';",
    'import-x/no-restricted-paths',
  ],
  ['rules import words', 'src/rules/dates.ts', "export * from '../i18n/messages.js';", 'import-x/no-restricted-paths'],
  [
    'the state imports the network',
    'src/state/draft.ts',
    "export * from '../api/http.js';",
    'import-x/no-restricted-paths',
  ],
  [
    'a field imports a step',
    'src/fields/text.ts',
    "export * from '../steps/start.js';",
    'import-x/no-restricted-paths',
  ],
  [
    'a step imports the element',
    'src/steps/start.ts',
    "export * from '../portal-request-form.js';",
    'import-x/no-restricted-paths',
  ],
  ['the whole of zod is imported', 'src/contract/text.ts', "export * from 'zod';", 'no-restricted-imports'],
  [
    'the demo reaches into src',
    'demo/server/app.ts',
    "export * from '../../src/rules/index.js';",
    'no-restricted-imports',
  ],
  ['state stands at module level', 'src/fields/text.ts', 'export let count = 0;', 'no-restricted-syntax'],
  ['a rule looks at the clock', 'src/rules/dates.ts', 'export const now = () => new Date();', 'no-restricted-syntax'],
  [
    'a rule looks at the page',
    'src/rules/dates.ts',
    'export const title = () => document.title;',
    'no-restricted-globals',
  ],
  [
    'text becomes HTML',
    'src/fragments/frame.ts',
    'export const set = (to: Element) => { to.innerHTML = "x"; };',
    'no-restricted-syntax',
  ],
  ['an event leaves elsewhere', 'src/define.ts', 'window.dispatchEvent(new Event("x"));', 'no-restricted-syntax'],
  [
    'something is any',
    'src/define.ts',
    'export const x = (y: any): void => void y;',
    '@typescript-eslint/no-explicit-any',
  ],
] as const;

for (const [what, file, text, rule] of refused) {
  test(`the linter refuses it when ${what}`, async () => {
    assert.ok((await broken(file, `${text}\n`)).includes(rule));
  });
}

test('the linter lets imports go down', async () => {
  const text = "export * from '../contract/index.js';\n";
  assert.deepEqual(await broken('src/rules/dates.ts', text), []);
});
