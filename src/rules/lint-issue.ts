import type { Issue } from '../contract/index.js';
import type { ErrorCode, WarningCode } from './lint-sentences.js';

/** What is wrong with a configuration; the pointer goes into the configuration. */
export interface ConfigIssue extends Issue {
  readonly severity: 'error' | 'warning';
}

/** A JSON pointer into the configuration; ids and indexes need no escapes. */
export type Path = string;

/** What one configuration may hold at most; beyond it a page would be slower than people wait. */
export const LIMITS = { requestTypes: 200, fields: 2_000, options: 5_000 } as const;

const issueOf =
  (severity: ConfigIssue['severity']) =>
  (pointer: Path, code: string, params?: Issue['params']): ConfigIssue => ({
    pointer,
    code,
    severity,
    ...(params ? { params } : {}),
  });

export const error: (pointer: Path, code: ErrorCode, params?: Issue['params']) => ConfigIssue = issueOf('error');
export const warning: (pointer: Path, code: WarningCode, params?: Issue['params']) => ConfigIssue = issueOf('warning');

export const overLimit = (path: Path, count: number, limit: keyof typeof LIMITS): ConfigIssue[] =>
  count > LIMITS[limit] ? [error(path, 'limit', { limit, max: LIMITS[limit] })] : [];

interface Identified {
  readonly id: string;
}

/** The ids that were used before, each with its pointer. */
export const duplicates = (rows: Iterable<readonly [Path, Identified]>): ConfigIssue[] => {
  const seen = new Set<string>();
  const found: ConfigIssue[] = [];
  for (const [path, { id }] of rows) {
    if (seen.has(id)) found.push(error(`${path}/id`, 'duplicate-id', { id }));
    seen.add(id);
  }
  return found;
};

export const rows = <T>(list: readonly T[], path: Path): [Path, T][] =>
  list.map((one, index) => [`${path}/${index}`, one]);
