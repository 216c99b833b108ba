import { html, nothing, type TemplateResult } from 'lit';
import { valueAt, type Path } from '../../settings/path.js';
import type { EditorEvent } from '../../settings/editor-state.js';
import type { SettingsIssue } from '../../settings/issues.js';
import type { Property } from '../../settings/properties.js';
import type { Languages } from '../../settings/text-edit.js';
import { isTextKey } from '../../texts/index.js';
import type { SettingsContent } from '../../../office-contract/index.js';
import type { Words } from '../../words.js';

/** What the views of the editor are given: what stands there, what is wrong with it, and how it is changed. */
export interface Editing {
  readonly words: Words;
  readonly content: SettingsContent;
  readonly open: Path;
  readonly issues: readonly SettingsIssue[];
  send(event: EditorEvent): void;
  /** Moves focus to what has this id, once it is drawn. */
  focus(id: string): void;
}

export type Editor = (editing: Editing, path: Path, property: Property) => TemplateResult;

export const idOf = (path: Path): string => ['at', ...path].join('-');

export const languagesIn = ({ content }: Editing): Languages => content.config.portal;

/** What is at a path, as it is typed in a control; empty for what no control can show. */
export const typedAt = ({ content }: Editing, path: Path): string => {
  const value = valueAt(content, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** What is at a path, as a list of words. */
export const wordsAt = ({ content }: Editing, path: Path): string[] => {
  const value = valueAt(content, path);
  return Array.isArray(value) ? value.map(String) : [];
};

export const set = (editing: Editing, path: Path, value: unknown): void => {
  editing.send({ is: 'set', path, value });
};

/** What is wrong with this, as sentences. */
export const issueWords = (
  { words }: Pick<Editing, 'words'>,
  { code, params }: Pick<SettingsIssue, 'code' | 'params'>,
): string => {
  const key = `settings.issue.${code}`;
  const reason = `settings.refusal.${params['reason'] ?? ''}`;
  const named = isTextKey(reason) ? { ...params, reason: words.say(reason) } : params;
  return isTextKey(key) ? words.say(key, named) : words.say('settings.issue.other', { code });
};

/** What stands at exactly this place, or, for a value that is edited as one, inside it. */
export const issuesAt = (editing: Editing, path: Path, isWhole: boolean): readonly SettingsIssue[] => {
  const pointer = path.map((step) => `/${step}`).join('');
  return editing.issues.filter((one) => one.pointer === pointer || (isWhole && one.pointer.startsWith(`${pointer}/`)));
};

/** The hint and the issues of a control, with the ids that it is described by. */
export const aroundControl = (
  editing: Editing,
  path: Path,
  property: Property,
): { hint: TemplateResult | typeof nothing; errors: TemplateResult; describedBy: string; isInvalid: boolean } => {
  const id = idOf(path);
  const issues = issuesAt(editing, path, property.editor !== 'list');
  const sentences = [...new Set(issues.map((issue) => issueWords(editing, issue)))];
  const isInvalid = issues.some(({ severity }) => severity === 'error');
  return {
    hint: property.hint ? html`<p class="hint" id="${id}-hint">${editing.words.say(property.hint)}</p>` : nothing,
    errors: html`<div id="${id}-issues">
      ${sentences.map((sentence) => html`<p class=${isInvalid ? 'error' : 'doubt'}>${sentence}</p>`)}
    </div>`,
    describedBy: property.hint ? `${id}-hint ${id}-issues` : `${id}-issues`,
    isInvalid,
  };
};

/** A control with its label above, its hint and what is wrong with it below. */
export const labelled = (
  editing: Editing,
  path: Path,
  property: Property,
  control: (described: { id: string; by: string; invalid: 'true' | typeof nothing }) => TemplateResult,
): TemplateResult => {
  const around = aroundControl(editing, path, property);
  const id = idOf(path);
  return html`
    <div class="control">
      <label for=${id}>${editing.words.say(property.label)}</label>
      ${control({ id, by: around.describedBy, invalid: around.isInvalid ? 'true' : nothing })} ${around.hint}
      ${around.errors}
    </div>
  `;
};

/** Several controls under one legend. */
export const grouped = (editing: Editing, path: Path, property: Property, controls: TemplateResult): TemplateResult => {
  const around = aroundControl(editing, path, property);
  return html`
    <fieldset class="control" id=${idOf(path)} aria-describedby=${around.describedBy} tabindex="-1">
      <legend>${editing.words.say(property.label)}</legend>
      ${controls} ${around.hint} ${around.errors}
    </fieldset>
  `;
};

export const choiceWords = (words: Words, value: string): string => {
  const key = `settings.choice.${value}`;
  return isTextKey(key) ? words.say(key) : value;
};
