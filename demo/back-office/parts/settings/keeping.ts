import { html, nothing, type TemplateResult } from 'lit';
import type { EditorState } from '../../settings/editor-state.js';
import { differences } from '../../settings/difference.js';
import { describeChange } from '../../settings/difference-words.js';
import { issueWords, type Editing } from './editing.js';

/** Whether what is typed is kept, in words. */
export const keepingLine = ({ words }: Pick<Editing, 'words'>, { keeping, stored }: EditorState): TemplateResult => {
  const by = stored.savedBy === undefined ? 'settings.kept.published' : 'settings.kept.by';
  const at = stored.savedAt === undefined ? '' : words.moment(stored.savedAt);
  const kept = keeping.is === 'kept' || keeping.is === 'conflict' || keeping.is === 'refused';
  const text = kept
    ? words.say(by, { name: stored.savedBy ?? '', at, version: stored.publishedVersion })
    : words.say(`settings.keeping.${keeping.is}`);
  return html`<p class="keeping keeping-${keeping.is}" role="status">
    ${keeping.is === 'kept' || !kept ? text : nothing}
  </p>`;
};

const conflict = (editing: Editing, state: EditorState): TemplateResult | typeof nothing => {
  if (state.keeping.is !== 'conflict') return nothing;
  const { words } = editing;
  const { theirs } = state.keeping;
  const { locale } = state.content.config.portal;
  const changes = (name: 'mine' | 'theirs'): TemplateResult => {
    const list = differences(state.stored.content, name === 'mine' ? state.content : theirs.content);
    return html`<div>
      <h3>${words.say(`settings.conflict.${name}`, { name: theirs.savedBy ?? '' })}</h3>
      <ul class="changes">
        ${list.map((change) => html`<li dir="auto">${describeChange(change, words, locale)}</li>`)}
      </ul>
      <button
        type="button"
        class="button"
        @click=${() => {
          editing.send({ is: 'chosen', whose: name });
        }}
      >
        ${words.say(`settings.conflict.take-${name}`)}
      </button>
    </div>`;
  };
  return html`<div class="notice notice-error" role="alert">
    <h2>${words.say('settings.conflict')}</h2>
    <p>${words.say('settings.conflict.text')}</p>
    <div class="both">${changes('mine')} ${changes('theirs')}</div>
  </div>`;
};

/** What needs an answer before the draft can be kept: another's changes, or what the server refuses. */
export const keepingNotices = (editing: Editing, state: EditorState): TemplateResult => {
  const { words } = editing;
  const refused =
    state.keeping.is === 'refused'
      ? html`<div class="notice notice-error" role="alert">
          <p>${words.say('settings.refused')}</p>
          <ul>
            ${state.keeping.issues.map(
              ({ pointer, code, params = {} }) =>
                html`<li><code>${pointer}</code>: ${issueWords(editing, { code, params })}</li>`,
            )}
          </ul>
        </div>`
      : nothing;
  return html`${conflict(editing, state)} ${refused}`;
};
