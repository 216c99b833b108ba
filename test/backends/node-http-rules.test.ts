import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fieldTypes, normalised } from '../../demo/backends/node-http/answers.mjs';
import { evaluate } from '../../demo/backends/node-http/conditions.mjs';
import { validate } from '../../demo/backends/node-http/validate.mjs';
import type { Field, Issue, PortalConfig, Rule } from '../../src/contract/index.js';
import { toConfig, type ConditionRow, type NormalisationRow, type SubmissionFile } from '../shared-cases/run.js';

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../shared-cases/${name}.json`, import.meta.url), 'utf8'));

const judge = evaluate as (rule: Rule, lookup: (name: string) => unknown) => unknown;
const check = validate as (config: PortalConfig, submission: unknown, context: object) => Issue[];
const write = normalised as (field: object, answer: unknown) => unknown;

const isChecked = ({ type, ...field }: Partial<Field>): boolean =>
  fieldTypes.has(type ?? '') && !('format' in field) && !('pattern' in field);

/** The cases for requests of customers without photos, whose fields this backend checks. */
const checkable = ({ configs, cases }: SubmissionFile) =>
  cases.filter(({ config, submission = {}, raw, context, errors }) => {
    const isObject = raw === undefined || (typeof raw === 'object' && raw !== null && !Array.isArray(raw));
    const isOfGuest = context?.signedIn === false || 'guest' in submission;
    const isWithPhotos = JSON.stringify([submission, errors]).includes('photos');
    const { fields = [] } = configs[config] ?? {};
    return isObject && !isOfGuest && !isWithPhotos && fields.every((one) => isChecked(one as Field));
  });

const CONTEXT = { today: '2026-11-23', choices: () => [] };
const EMPTY = { requestType: 'test', configVersion: '1', locale: 'en', answers: {}, checklist: {}, terms: {} };
const sorted = (issues: readonly { readonly pointer?: string; readonly code: string }[]): string[] =>
  issues.map(({ pointer, code }) => `${pointer ?? ''} ${code}`).sort();

describe('The rules of the backend in plain Node agree with the shared cases', async () => {
  for (const { name, rule, answers, value } of (await read('conditions')) as ConditionRow[])
    it(`rule: ${name}`, () =>
      assert.deepEqual(
        judge(rule, (id) => (Object.hasOwn(answers, id) ? answers[id] : null)),
        value,
      ));
  for (const { name, field, answer, normal } of (await read('normalisation')) as NormalisationRow[])
    if (isChecked(field as Partial<Field>))
      it(`writing: ${name}`, () => assert.deepEqual(write(field, answer), normal));
  const file = (await read('submissions')) as SubmissionFile;
  for (const { name, config, submission, raw, errors } of checkable(file))
    it(`submission: ${name}`, () => {
      const portal = toConfig(file.configs[config] ?? {}) as PortalConfig;
      assert.deepEqual(sorted(check(portal, raw ?? { ...EMPTY, ...submission }, CONTEXT)), sorted(errors));
    });
});
