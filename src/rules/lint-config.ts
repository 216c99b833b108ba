import type { PortalConfig } from '../contract/index.js';
import type { LintMoment } from './lint-answers.js';
import { lintErrors } from './lint-errors.js';
import type { ConfigIssue } from './lint-issue.js';
import { lintWarnings } from './lint-warnings.js';

/** Where one of these is wrong, nothing more can be said of what the rules do. */
const isAboutRules = ({ code }: ConfigIssue): boolean =>
  code.startsWith('rule-') || code === 'duplicate-id' || code === 'limit';

/**
 * What is wrong with a configuration that has the right shape (severity `error`), and what is doubtful about it though
 * it works (`warning`). Warnings wait until the errors of its rules are mended. Without a `moment` nothing is said of
 * dates that depend on the day.
 */
export const lintConfig = (config: PortalConfig, moment: LintMoment = {}): ConfigIssue[] => {
  const errors = lintErrors(config);
  return errors.some(isAboutRules) ? errors : [...errors, ...lintWarnings(config, moment)];
};
