import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { failureNotice } from '../parts/failure-notice.js';
import type { Editing } from '../parts/settings/editing.js';
import { keepingLine, keepingNotices } from '../parts/settings/keeping.js';
import { embedPanel, generalPanel, jsonPanel, typesPanel, type KeptText } from '../parts/settings/panels.js';
import { addressOf } from '../route.js';
import { sectionRoute, type SectionRoute } from '../sections.js';
import { isUnsaved, type EditorEvent, type EditorState, type Stored } from '../settings/editor-state.js';
import { findIssues, partAt, refusedIssues, type SettingsIssue } from '../settings/issues.js';
import { pathOf } from '../settings/path.js';
import type { SettingsSession } from '../settings/settings-session.js';
import { resumeEditing } from '../settings/unsaved.js';

/** Where there is room for the form beside what is edited, as in `styles/settings.css`. */
const WIDE = '(width >= 75rem)';
const PANELS = ['general', 'types', 'publish', 'embed', 'json'] as const;
type Panel = (typeof PANELS)[number];

const panelOf = ({ rest: [first] }: SectionRoute): Panel => PANELS.find((panel) => panel === first) ?? 'general';
const indexOf = ({ rest: [, index] }: SectionRoute): number | undefined =>
  index !== undefined && /^\d{1,4}$/.test(index) ? Number(index) : undefined;

const routeOf = (panel: Panel): SectionRoute => sectionRoute('settings', panel === 'general' ? [] : [panel]);

/** Where a manager decides what customers are asked and under which terms: a draft, beside the form that it makes. */
export class SettingsPage extends OfficePage {
  @property({ attribute: false }) route: SectionRoute = sectionRoute('settings');
  @state() private hasPreview = matchMedia(WIDE).matches;

  readonly #loader = createLoader<Stored>(this);
  readonly #json: KeptText = {};
  #session?: SettingsSession;
  #issues: { content?: EditorState['content']; found: readonly SettingsIssue[] } = { found: [] };

  protected override get heading(): string {
    return this.office.words.say('settings');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#warn);
    addEventListener('keydown', this.#shortcut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#warn);
    removeEventListener('keydown', this.#shortcut);
    this.#session?.stop();
    this.#session = undefined;
  }

  override reload(): void {
    if (this.#session) void this.#session.keep();
    else void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) void this.#load();
    if (changed.has('route')) this.#openAsked();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { failure, isLoading } = this.#loader.state;
    const session = this.#session;
    return html`
      <div class="title">
        <h1 tabindex="-1">${words.say('settings')}</h1>
        ${session ? keepingLine({ words }, session.state) : nothing}
        <a class="other-portal" href=${addressOf(sectionRoute('portals'))}>${words.say('settings.other-portal')}</a>
      </div>
      <p class="loading" role="status">${isLoading && !session ? words.say('loading') : nothing}</p>
      ${failure ? failureNotice(words, failure, () => void this.#load()) : nothing}
      ${session ? this.#editor(session) : nothing}
    `;
  }

  #editor(session: SettingsSession): TemplateResult {
    const { state } = session;
    const editing = this.#editing(session);
    const panel = panelOf(this.route);
    const { locale, locales } = state.content.config.portal;
    const type = panel === 'types' ? state.content.config.requestTypes[indexOf(this.route) ?? -1]?.id : undefined;
    const isKept = state.stored.content.config.requestTypes.some(({ id }) => id === type);
    return html`
      ${keepingNotices(editing, state)} ${this.#bar(session, panel)}
      <p class="visually-hidden" role="status">${this.#said(state)}</p>
      <div class=${this.hasPreview ? 'settings with-preview' : 'settings'}>
        <div class="settings-panel">${this.#panel(panel, session, editing)}</div>
        ${
          this.hasPreview
            ? html`<office-settings-preview
                .office=${this.office}
                .revision=${state.stored.etag}
                .locales=${[...new Set([locale, ...locales])]}
                .requestType=${isKept ? type : undefined}
              ></office-settings-preview>`
            : nothing
        }
      </div>
    `;
  }

  #bar(session: SettingsSession, current: Panel): TemplateResult {
    const { words } = this.office;
    const { past, future } = session.state;
    const button = (label: 'settings.undo' | 'settings.redo', isOff: boolean, event: EditorEvent) =>
      html`<button
        type="button"
        class="button button-small"
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${() => {
          session.send(event);
        }}
      >
        ${words.say(label)}
      </button>`;
    return html`<div class="settings-bar">
      <nav class="tabs" aria-label=${words.say('settings')}>
        ${PANELS.map(
          (panel) =>
            html`<a href=${addressOf(routeOf(panel))} aria-current=${panel === current ? 'page' : nothing}
              >${words.say(`settings.${panel}`)}</a
            >`,
        )}
      </nav>
      <div class="settings-tools">
        ${button('settings.undo', past.length === 0, { is: 'undone' })}
        ${button('settings.redo', future.length === 0, { is: 'redone' })}
        <button
          type="button"
          class="button button-small"
          aria-pressed=${this.hasPreview ? 'true' : 'false'}
          @click=${() => {
            this.hasPreview = !this.hasPreview;
          }}
        >
          ${words.say('settings.preview')}
        </button>
      </div>
    </div>`;
  }

  #panel(panel: Panel, session: SettingsSession, editing: Editing): TemplateResult {
    const { office } = this;
    const version = session.state.stored.publishedVersion;
    switch (panel) {
      case 'general':
        return generalPanel(editing);
      case 'types':
        return typesPanel(editing, indexOf(this.route));
      case 'embed':
        return embedPanel(editing, office);
      case 'json':
        return jsonPanel(editing, this.#json);
      case 'publish':
        return html`<office-publish-panel
            .office=${office}
            .session=${session}
            .editing=${editing}
            .version=${version}
          ></office-publish-panel>
          <office-settings-versions
            .office=${office}
            .session=${session}
            .version=${version}
          ></office-settings-versions>`;
    }
  }

  #editing(session: SettingsSession): Editing {
    const { state } = session;
    return {
      words: this.office.words,
      content: state.content,
      open: state.open,
      issues: this.#issuesOf(state),
      send: (event) => {
        session.send(event);
      },
      focus: (id) => void this.#focus(id),
    };
  }

  /** The linter looks at content once. */
  #issuesOf({ content, keeping }: EditorState): readonly SettingsIssue[] {
    if (this.#issues.content !== content) {
      this.#issues = { content, found: findIssues(content, new Date().toISOString().slice(0, 10)) };
    }
    return keeping.is === 'refused' ? [...this.#issues.found, ...refusedIssues(keeping.issues)] : this.#issues.found;
  }

  #said({ said }: EditorState): string {
    const { words } = this.office;
    if (!said) return '';
    return said.is === 'moved'
      ? words.say('settings.said.moved', { to: said.to, of: said.of })
      : words.say(`settings.said.${said.is}`);
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  async #load(): Promise<void> {
    await this.#loader.run(() => this.office.api.settings.load());
    const { value } = this.#loader.state;
    if (!value || this.#session) return;
    const { api, portal } = this.office;
    this.#session = resumeEditing(api.settings, portal?.id ?? '', value, () => {
      this.requestUpdate();
    });
    this.#openAsked();
    this.requestUpdate();
  }

  /** Opens the part that the address asks for, and moves focus into it. */
  #openAsked(): void {
    const pointer = new URLSearchParams(this.route.search).get('at');
    if (pointer === null || !this.#session) return;
    const path = partAt(this.#session.state.content, pathOf(pointer));
    this.#session.send({ is: 'opened', path });
    void this.#focus(['at', ...path, 'name'].join('-'));
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if ((this.#session && isUnsaved(this.#session.state)) || this.#json.text !== undefined) event.preventDefault();
  };

  /** Ctrl or Command with Z takes the last change back, but for what a control takes back by itself. */
  readonly #shortcut = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof Element && event.target.matches('textarea, input');
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping || this.closest('[hidden]'))
      return;
    event.preventDefault();
    this.#session?.send({ is: event.shiftKey ? 'redone' : 'undone' });
  };
}
