import type { PortalConfig } from '../contract/index.js';
import { lintErrors } from './lint-errors.js';
import type { ConfigIssue } from './lint-issue.js';
import { lintWarnings } from './lint-warnings.js';

/** What is wrong with a configuration that has the right shape, and what is doubtful about it. */
export const lintConfig = (config: PortalConfig): ConfigIssue[] => [...lintErrors(config), ...lintWarnings(config)];
