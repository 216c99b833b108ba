import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OfficeRequest, RequestChoices } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import type { Office } from '../office.js';
import { failureNotice } from './failure-notice.js';

/** Who works on a request, and whether it counts as read. Opening a request reads it; fires `changed` after a change. */
export class RequestDeskPart extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) request!: OfficeRequest;
  @property({ attribute: false }) choices?: RequestChoices | undefined;
  @state() private said = '';
  @state() private failure?: OfficeFailure;

  #openedId = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('request') || this.request.id === this.#openedId) return;
    this.#openedId = this.request.id;
    this.said = '';
    if (this.request.isUnread) void this.#act(() => this.office.api.markUnread(this.request.id, false));
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { colleagues = [], own } = this.choices ?? {};
    const { assignee } = this.request;
    const isKnown = assignee === undefined || colleagues.some(({ id }) => id === assignee.id);
    const people = isKnown ? colleagues : [assignee, ...colleagues];
    return html`
      ${this.failure ? failureNotice(words, this.failure) : nothing}
      <div class="control">
        <label for="request-assignee">${words.say('assignee')}</label>
        <select id="request-assignee" @change=${this.#choose}>
          <option value="" .selected=${assignee === undefined}>${words.say('assignee.nobody')}</option>
          ${people.map(({ id, name }) => html`<option value=${id} .selected=${id === assignee?.id}>${name}</option>`)}
        </select>
      </div>
      <div class="actions">
        ${own === undefined ? nothing : this.#takeButton(own)}
        <button class="button" type="button" @click=${this.#markUnread}>${words.say('unread.mark')}</button>
      </div>
      <p class="hint" role="status">${this.said}</p>
    `;
  }

  #takeButton(own: string): TemplateResult {
    const isOwn = this.request.assignee?.id === own;
    const take = () => void this.#assign(isOwn ? null : own);
    return html`<button class="button" type="button" @click=${take}>
      ${this.office.words.say(isOwn ? 'assignee.release' : 'assignee.take')}
    </button>`;
  }

  #choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement) void this.#assign(event.target.value || null);
  }

  async #assign(staffId: string | null): Promise<void> {
    const { api, words } = this.office;
    const name = this.choices?.colleagues.find(({ id }) => id === staffId)?.name;
    await this.#act(async () => {
      await api.assign(this.request.id, staffId);
      this.said = words.say('assignee.saved', { name: name ?? words.say('assignee.nobody') });
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }

  async #markUnread(): Promise<void> {
    await this.#act(async () => {
      await this.office.api.markUnread(this.request.id, true);
      this.said = this.office.words.say('unread.marked');
    });
  }

  async #act(act: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      if (error.code !== 'session-expired') this.failure = error;
    }
  }
}
