import { portalConfigSchema } from '../contract/index.js';
import type { LintMoment } from './lint-answers.js';
import { isRecord } from './answered.js';
import { lintConfig } from './lint-config.js';
import { warning, type ConfigIssue } from './lint-issue.js';
import { parseConfig } from './parse-config.js';
import { toPointer } from './shape.js';

/** Properties that were left out when JSON was read; what is kept as it came is not looked into. */
const leftOut = (json: unknown, read: unknown, path: readonly PropertyKey[] = []): ConfigIssue[] => {
  if (json === read) return [];
  if (Array.isArray(json) && Array.isArray(read))
    return json.flatMap((one: unknown, index) => leftOut(one, read[index], [...path, index]));
  if (!isRecord(json) || !isRecord(read)) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    Object.hasOwn(read, name)
      ? leftOut(value, read[name], [...path, name])
      : [warning(toPointer([...path, name]), 'unknown-key', { name })],
  );
};

/** Where an editor finds the schema of a configuration; no property of it. */
const SCHEMA = '/$schema';

/**
 * Everything that is wrong or doubtful about some JSON as a configuration: its shape, and when that is right what
 * `lintConfig` finds, and the properties that nobody knows (`unknown-key`). Never throws on JSON.
 */
export const lintJson = (json: unknown, moment: LintMoment = {}): ConfigIssue[] => {
  const { success, data } = portalConfigSchema.safeParse(json);
  return success
    ? [...lintConfig(data, moment), ...leftOut(json, data).filter(({ pointer }) => pointer !== SCHEMA)]
    : parseConfig(json).issues;
};
