import { describeIssue, type ConfigIssue } from 'portal-request-form/rules';

/** What is wrong with a configuration, where (a JSON pointer into it), and how it is mended. */
export interface ExplainedIssue extends ConfigIssue {
  readonly sentence: string;
}

/** A configuration that must not be published, with what is wrong and where. */
export class ConfigurationError extends Error {
  readonly issues: readonly ExplainedIssue[];

  constructor(found: readonly ConfigIssue[]) {
    const issues = found.map((issue) => ({ ...issue, sentence: describeIssue(issue) }));
    const lines = issues.map(({ pointer, code, sentence }) => `${pointer || '/'} ${code}: ${sentence}`);
    super(`The configuration cannot be published.\n${lines.join('\n')}`);
    this.name = 'ConfigurationError';
    this.issues = issues;
  }
}
