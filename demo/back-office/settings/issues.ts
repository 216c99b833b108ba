import type { Issue, PortalConfig } from 'portal-request-form/contract';
import { lintJson } from 'portal-request-form/rules';
import { settingsIssues, type SettingsContent } from '../../office-contract/index.js';
import { sectionRoute, type SectionRoute } from '../sections.js';
import { nearest, pathOf, type Path } from './path.js';

/** Something that is wrong with the settings, or doubtful; the path goes into the content. */
export interface SettingsIssue {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly path: Path;
  readonly pointer: string;
}

const issueOf = ({ pointer, code, params = {} }: Issue, severity: SettingsIssue['severity']): SettingsIssue => ({
  severity,
  code,
  params,
  pointer,
  path: pathOf(pointer),
});

/** Everything that the linter and the office's own rules say of the settings; `today` is `YYYY-MM-DD`. */
export const findIssues = ({ config, office }: SettingsContent, today: string): SettingsIssue[] => {
  const whole: PortalConfig = { version: 'draft', ...config };
  return [
    ...lintJson(whole, { today }).map((issue) =>
      issueOf({ ...issue, pointer: `/config${issue.pointer}` }, issue.severity),
    ),
    ...settingsIssues({ config, office }).map((issue) => issueOf(issue, 'error')),
  ];
};

/** What the server refused, as issues. */
export const refusedIssues = (issues: readonly Issue[]): SettingsIssue[] => issues.map((one) => issueOf(one, 'error'));

/** Where in the editor a part of the settings is changed. */
export const routeTo = (path: Path): SectionRoute => {
  const [root, part, index] = path;
  if (root !== 'config' || part !== 'requestTypes') return sectionRoute('settings');
  if (index === undefined) return sectionRoute('settings', ['types']);
  const at = String(new URLSearchParams({ at: path.map((step) => `/${step}`).join('') }));
  return sectionRoute('settings', ['types', String(index)], at);
};

/** The parts around a place that open and close in the editor, the innermost of which holds it. */
export const partAt = (content: SettingsContent, path: Path): Path => {
  const found = nearest(content, path);
  const last = found.findLastIndex((step) => typeof step === 'number');
  return found.slice(0, last + 1);
};
