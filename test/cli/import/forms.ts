import assert from 'node:assert/strict';
import { importForm, type Imported, type Source } from '../../../src/cli/import/index.js';
import type { Field } from 'portal-request-form/contract';
import { parseConfig } from 'portal-request-form/rules';

/** What an import made, with its fields by id; the configuration has to be one that a portal accepts. */
export const imported = (json: unknown, from: Source): Imported & { field: (id: string) => Field; ids: string[] } => {
  const result = importForm(json, from);
  const { issues } = parseConfig(JSON.parse(JSON.stringify(result.config)));
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  const fields = result.config.requestTypes.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  return {
    ...result,
    ids: fields.map(({ id }) => id),
    field: (id) => {
      const found = fields.find((one) => one.id === id);
      if (!found) throw new Error(`no field ${id} among ${fields.map((one) => one.id).join()}`);
      return found;
    },
  };
};

/** The pointers and reasons of what was left out. */
export const reasons = ({ left }: Imported): string[] => left.map(({ where, reason }) => `${where} ${reason}`);

const picked = (actual: unknown, expected: unknown): unknown => {
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) return actual;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((one: unknown, at) => picked(one, expected[at]));
  }
  const found = actual as Record<string, unknown>;
  return Object.fromEntries(Object.entries(expected).map(([key, one]) => [key, picked(found[key], one)]));
};

/** Asserts what is said of something, and nothing of what is not. */
export const says = (actual: unknown, expected: unknown): void => assert.deepEqual(picked(actual, expected), expected);
