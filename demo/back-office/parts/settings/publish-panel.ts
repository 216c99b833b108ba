import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SettingsContent } from '../../../office-contract/index.js';
import { OfficeFailure } from '../../failure.js';
import { formText } from '../../form-text.js';
import type { Office } from '../../office.js';
import { differences } from '../../settings/difference.js';
import { describeChange } from '../../settings/difference-words.js';
import type { SettingsSession } from '../../settings/settings-session.js';
import { failureNotice } from '../failure-notice.js';
import type { Editing } from './editing.js';
import { issueNotices } from './issue-list.js';

/** What would be published, whether it can be, and the way to do it or to drop it. */
export class PublishPanel extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) session!: SettingsSession;
  @property({ attribute: false }) editing!: Editing;
  /** The version that is published now. */
  @property({ attribute: false }) version = '';
  @state() private published?: SettingsContent;
  @state() private failure?: OfficeFailure;
  @state() private outcome?: string;
  @state() private isBusy = false;
  @state() private isDropping = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) void this.#read();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    return html`
      <section class="card" aria-labelledby="publish-heading">
        <h2 id="publish-heading" tabindex="-1">${words.say('settings.publish')}</h2>
        <p role="status" class=${this.outcome ? 'outcome' : 'visually-hidden'}>${this.outcome ?? nothing}</p>
        ${this.failure ? failureNotice(words, this.failure, () => void this.#read()) : nothing}
        ${this.published ? this.#changes(this.published) : html`<p class="loading">${words.say('loading')}</p>`}
      </section>
    `;
  }

  #changes(published: SettingsContent): TemplateResult {
    const { words } = this.office;
    const { content } = this.editing;
    const changes = differences(published, content);
    if (changes.length === 0) return html`<p>${words.say('settings.publish.same')}</p>`;
    return html`
      ${issueNotices(this.editing)}
      <h3>${words.say('settings.publish.changes')}</h3>
      <ul class="changes">
        ${changes.map((change) => html`<li dir="auto">${describeChange(change, words, content.config.portal.locale)}</li>`)}
      </ul>
      <form @submit=${this.#publish} novalidate>
        <div class="control">
          <label for="note">${words.say('settings.publish.note')}</label>
          <input id="note" name="note" maxlength="500" autocomplete="off" aria-describedby="note-hint" />
          <p class="hint" id="note-hint">${words.say('settings.publish.note.hint')}</p>
        </div>
        <div class="actions">
          <button class="button button-primary" aria-disabled=${this.#isBlocked ? 'true' : nothing}>
            ${words.say('settings.publish.do')}
          </button>
          <button type="button" class="button" @click=${this.#askToDrop}>${words.say('settings.discard')}</button>
        </div>
        ${this.#hasErrors ? html`<p class="hint">${words.say('settings.publish.blocked')}</p>` : nothing}
      </form>
      ${this.isDropping ? this.#confirmation() : nothing}
    `;
  }

  #confirmation(): TemplateResult {
    const { words } = this.office;
    return html`<div class="notice notice-error" role="group" aria-labelledby="drop-title">
      <p id="drop-title" tabindex="-1">${words.say('settings.discard.sure')}</p>
      <div class="actions">
        <button type="button" class="button button-danger" @click=${this.#drop}>
          ${words.say('settings.discard')}
        </button>
        <button
          type="button"
          class="button"
          @click=${() => {
            this.isDropping = false;
          }}
        >
          ${words.say('cancel')}
        </button>
      </div>
    </div>`;
  }

  get #hasErrors(): boolean {
    return this.editing.issues.some(({ severity }) => severity === 'error');
  }

  get #isBlocked(): boolean {
    return this.isBusy || this.#hasErrors;
  }

  async #askToDrop(): Promise<void> {
    this.isDropping = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#drop-title')?.focus();
  }

  async #read(): Promise<void> {
    await this.#attempt(async () => {
      this.published = await this.office.api.settings.version(this.version);
    });
  }

  async #publish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.#isBlocked) return;
    const form = event.currentTarget as HTMLFormElement;
    const note = formText(form, 'note').trim();
    await this.#act('settings.published', (etag) => this.office.api.settings.publish(note, etag));
  }

  async #drop(): Promise<void> {
    this.isDropping = false;
    await this.#act('settings.discarded', (etag) => this.office.api.settings.discard(etag));
  }

  async #act(
    done: 'settings.published' | 'settings.discarded',
    call: (etag: string) => Promise<unknown>,
  ): Promise<void> {
    if (this.isBusy) return;
    this.outcome = undefined;
    await this.#attempt(async () => {
      if (!(await this.session.keep())) throw new OfficeFailure('refused');
      await this.session.act(call);
      this.outcome = this.office.words.say(done, { version: this.session.state.stored.publishedVersion });
    });
    this.querySelector<HTMLElement>('#publish-heading')?.focus();
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      if (error.code !== 'session-expired') this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}
