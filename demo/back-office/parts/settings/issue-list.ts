import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from 'portal-request-form/contract';
import { addressOf } from '../../route.js';
import { routeTo, type SettingsIssue } from '../../settings/issues.js';
import { nameOf } from '../../settings/parts.js';
import { valueAt, type Path } from '../../settings/path.js';
import { issueWords, languagesIn, type Editing } from './editing.js';

/** What people call the parts that a path leads through, outermost first. */
const placeOf = (editing: Editing, path: Path): string => {
  const steps = path.flatMap((step, index) => (typeof step === 'number' ? [path.slice(0, index + 1)] : []));
  const names = steps.flatMap((inner) => {
    const part = valueAt(editing.content, inner);
    return typeof part === 'object' && part !== null ? [nameOf(part as Record<string, unknown>)] : [];
  });
  const words = names.map((name: Text) => editing.words.text(name, languagesIn(editing).locale));
  return words.join(' › ') || editing.words.say('settings.general');
};

/** What is wrong or doubtful, each with a way to where it is mended. */
const issueList = (editing: Editing, issues: readonly SettingsIssue[]): TemplateResult => html`
  <ul class="issues">
    ${issues.map(
      (issue) =>
        html`<li>
          <a href=${addressOf(routeTo(issue.path))} dir="auto">${placeOf(editing, issue.path)}</a>:
          ${issueWords(editing, issue)}
        </li>`,
    )}
  </ul>
`;

/** Errors, which keep the settings from being published, and warnings, which do not. */
export const issueNotices = (editing: Editing): TemplateResult => {
  const { words, issues } = editing;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  return html`
    ${
      errors.length === 0
        ? nothing
        : html`<div class="notice notice-error" role="alert">
            <h3>${words.say('settings.errors')}</h3>
            ${issueList(editing, errors)}
          </div>`
    }
    ${
      warnings.length === 0
        ? nothing
        : html`<details class="notice">
            <summary>${words.say('settings.warnings', { count: warnings.length })}</summary>
            ${issueList(editing, warnings)}
          </details>`
    }
  `;
};
