import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SettingsVersion } from '../../../office-contract/index.js';
import { OfficeFailure } from '../../failure.js';
import type { Office } from '../../office.js';
import { differences, type Change } from '../../settings/difference.js';
import { describeChange } from '../../settings/difference-words.js';
import type { SettingsSession } from '../../settings/settings-session.js';
import { failureNotice } from '../failure-notice.js';

/** Every version that was published: who, when, what it changed, and the way back to it. */
export class SettingsVersions extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) session!: SettingsSession;
  /** The version that is published now: another one makes the list be read again. */
  @property({ attribute: false }) version = '';
  @state() private items: readonly SettingsVersion[] = [];
  @state() private cursor?: string;
  @state() private failure?: OfficeFailure;
  @state() private outcome?: string;
  @state() private shown?: { version: string; changes: readonly Change[] };
  @state() private asked?: string;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) void this.#list(undefined);
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    return html`
      <section class="card" aria-labelledby="versions-heading">
        <h2 id="versions-heading" tabindex="-1">${words.say('settings.versions')}</h2>
        <p role="status" class=${this.outcome ? 'outcome' : 'visually-hidden'}>${this.outcome ?? nothing}</p>
        ${this.failure ? failureNotice(words, this.failure, () => void this.#list(undefined)) : nothing}
        <ol class="plain versions">
          ${this.items.map((one, index) => this.#item(one, this.items[index + 1]))}
        </ol>
        ${
          this.cursor === undefined
            ? nothing
            : html`<button type="button" class="button" @click=${() => void this.#list(this.cursor)}>
                ${words.say('settings.versions.more')}
              </button>`
        }
      </section>
    `;
  }

  #item(one: SettingsVersion, before: SettingsVersion | undefined): TemplateResult {
    const { words } = this.office;
    const { version, publishedAt, publishedBy, note, restoredFrom, isCurrent } = one;
    const by = publishedBy === undefined ? '' : words.say('settings.version.by', { name: publishedBy });
    return html`<li class="version">
      <p>
        <strong>${words.say('settings.version', { version })}</strong>
        ${isCurrent ? html`<span class="badge badge-accepted">${words.say('settings.version.current')}</span>` : nothing}
        <span class="secondary">${words.moment(publishedAt)} ${by}</span>
      </p>
      ${note ? html`<p class="words">${note}</p>` : nothing}
      ${restoredFrom ? html`<p>${words.say('settings.version.restored', { version: restoredFrom })}</p>` : nothing}
      <div class="actions">
        ${
          before
            ? html`<button
                type="button"
                class="button button-small"
                aria-expanded=${this.shown?.version === version ? 'true' : 'false'}
                @click=${() => void this.#compare(version, before.version)}
              >
                ${words.say('settings.version.changes', { version })}
              </button>`
            : nothing
        }
        ${
          isCurrent
            ? nothing
            : html`<button
                type="button"
                class="button button-small"
                @click=${() => {
                  this.asked = version;
                }}
              >
                ${words.say('settings.restore', { version })}
              </button>`
        }
      </div>
      ${this.shown?.version === version ? this.#changes(this.shown.changes) : nothing}
      ${this.asked === version ? this.#confirmation(version) : nothing}
    </li>`;
  }

  #changes(changes: readonly Change[]): TemplateResult {
    const { words } = this.office;
    const { locale } = this.session.state.content.config.portal;
    if (changes.length === 0) return html`<p>${words.say('settings.version.same')}</p>`;
    return html`<ul class="changes">
      ${changes.map((change) => html`<li dir="auto">${describeChange(change, words, locale)}</li>`)}
    </ul>`;
  }

  #confirmation(version: string): TemplateResult {
    const { words } = this.office;
    return html`<div class="notice" role="group" aria-label=${words.say('settings.restore', { version })}>
      <p>${words.say('settings.restore.sure', { version })}</p>
      <div class="actions">
        <button type="button" class="button button-danger" @click=${() => void this.#restore(version)}>
          ${words.say('settings.restore.do')}
        </button>
        <button
          type="button"
          class="button"
          @click=${() => {
            this.asked = undefined;
          }}
        >
          ${words.say('cancel')}
        </button>
      </div>
    </div>`;
  }

  async #list(cursor: string | undefined): Promise<void> {
    await this.#attempt(async () => {
      const { items, nextCursor } = await this.office.api.settings.versions(cursor);
      this.items = cursor === undefined ? items : [...this.items, ...items];
      this.cursor = nextCursor;
    });
  }

  async #compare(version: string, before: string): Promise<void> {
    if (this.shown?.version === version) {
      this.shown = undefined;
      return;
    }
    const { settings } = this.office.api;
    await this.#attempt(async () => {
      const [earlier, later] = await Promise.all([settings.version(before), settings.version(version)]);
      this.shown = { version, changes: differences(earlier, later) };
    });
  }

  async #restore(version: string): Promise<void> {
    this.asked = undefined;
    await this.#attempt(async () => {
      await this.session.keep();
      const made = await this.session.act((etag) => this.office.api.settings.restore(version, etag));
      this.outcome = this.office.words.say('settings.restored', { version, made: made.version });
    });
    this.querySelector<HTMLElement>('#versions-heading')?.focus();
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      if (error.code !== 'session-expired') this.failure = error;
    }
  }
}
