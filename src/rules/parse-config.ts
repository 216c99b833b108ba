import { portalConfigSchema, type PortalConfig } from '../contract/index.js';
import { lintErrors } from './lint-errors.js';
import type { ConfigIssue } from './lint-issue.js';
import { misfits, toPointer } from './shape.js';

type Parsed = { config: PortalConfig; issues: [] } | { config?: undefined; issues: ConfigIssue[] };

/**
 * The configuration that some JSON is, or every reason why it is none: first its shape (`required`, `type`, `option`,
 * `id`, `field-type`, `date-bound`, `time-bound`, `country`, `min`, `max`, `too-short`, `too-long`), and when that is right what
 * `lintErrors` finds.
 * Properties that are not known are left out. Never throws on JSON.
 */
export const parseConfig = (json: unknown): Parsed => {
  const parsed = portalConfigSchema.safeParse(json);
  if (!parsed.success) {
    const issues = misfits(portalConfigSchema, json).map(({ path, code, found }): ConfigIssue => ({
      pointer: toPointer(path),
      code,
      severity: 'error',
      ...(code === 'field-type' ? { params: { type: String(found).slice(0, 100) } } : {}),
    }));
    return { issues };
  }
  const issues = lintErrors(parsed.data);
  return issues.length === 0 ? { config: parsed.data, issues: [] } : { issues };
};
