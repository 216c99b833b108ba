import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Field } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import type { FocusTarget } from '../controller/core.js';
import type { ReplyForm } from '../controller/reply.js';
import { checklistItem } from '../fields/checklist-item.js';
import type { Around } from '../fields/field.js';
import { pasteFiles } from '../fields/file-drop.js';
import { renderField } from '../fields/render-field.js';
import { failureNotice } from '../fragments/failure-notice.js';
import { focusIn } from '../fragments/focus.js';
import { issueSummary } from '../fragments/issue-summary.js';
import { watchLeaving } from '../fragments/leaving.js';
import { onSubmit } from '../fragments/navigation.js';
import { lookupVisible } from '../rules/index.js';
import type { AskedRequest } from '../state/reply.js';
import { givenItems } from '../state/submission.js';

/** Asks only what the office asks back, and sends the answers once: `<portal-reply>`; fires `replied` and `gone`. */
export class ReplyElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;
  @property({ attribute: false }) request?: AskedRequest;
  /** What becomes of the reply: the portal has it, or nobody asks any more. */
  @property({ attribute: false }) done?: (at: string) => void;
  @property({ attribute: false }) gone?: () => void;
  @state() protected form?: ReplyForm;

  #opened?: string;
  readonly #goOnline = (): void => this.form?.online();
  readonly #leaving = watchLeaving((pointer) => void this.form?.actions.leave(pointer));

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#goOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#goOnline);
    this.form?.close();
    this.form = undefined;
    this.#opened = undefined;
  }

  protected override willUpdate(): void {
    const { request } = this;
    if (!request || request.asked.id === this.#opened) return;
    this.#opened = request.asked.id;
    void this.#open(request);
  }

  async #open(request: AskedRequest): Promise<void> {
    const more = await this.actions?.more();
    const form = await more?.opened.reply({
      request,
      changed: () => {
        this.requestUpdate();
      },
      focusOn: (target) => this.#focusOn(target),
      gone: () => this.gone?.(),
      done: () => this.done?.(this.form?.state().receipt?.submittedAt ?? new Date().toISOString()),
    });
    if (this.isConnected && request.asked.id === this.#opened) this.form = form;
    else form?.close();
  }

  async #focusOn(target: FocusTarget): Promise<void> {
    await this.updateComplete;
    focusIn(this.getRootNode() as ShadowRoot, target);
  }

  protected override render(): TemplateResult {
    const { form, snapshot } = this;
    if (!form || !snapshot) return html`<div class="skeleton"></div>`;
    const { words, more } = snapshot;
    const [state, view] = [form.state(), form.view()];
    const own: Snapshot = { state, view, words, ...(more ? { more } : {}) };
    const isBusy = state.activity === 'submit' || state.awaitsFiles;
    return html`${issueSummary(own, form.actions)} ${failureNotice(state, words, form.actions)}
      <form
        novalidate
        @submit=${onSubmit(() => form.send())}
        @paste=${pasteFiles}
        @focusout=${this.#leaving.focusLeft}
        @pointerdown=${this.#leaving.pointerDown}
      >
        ${this.#fields(own, form)} ${this.#items(own, form)}
        <p class="hint" role="status">${isBusy ? words.message('submit.sending') : nothing}</p>
        <div class="navigation">
          <button
            type="submit"
            class="button primary"
            part="button button-primary"
            aria-busy=${isBusy ? 'true' : nothing}
          >
            ${words.message('request.reply')}
          </button>
        </div>
        ${
          state.savedAt
            ? html`<p class="keeping">${words.message('draft.saved', { time: words.time(state.savedAt) })}</p>`
            : html`<p class="keeping"></p>`
        }
      </form>`;
  }

  #fields(snapshot: Snapshot, form: ReplyForm): unknown {
    const { state, view } = snapshot;
    if (!view.type) return nothing;
    const lookup = lookupVisible(view.type, form.whole().visible, state.answers, givenItems(state));
    const around: Around = { snapshot, actions: form.actions, mark: undefined, lookup };
    const fields = view.type.sections.flatMap((section): Field[] => section.fields);
    return repeat(
      fields.filter(({ id }) => view.visible.fields.has(id)),
      ({ id }) => id,
      (field) =>
        renderField(around, field, {
          pointer: `/answers/${field.id}`,
          answer: state.answers.get(field.id),
          change: (make) => form.actions.change(field.id, make),
        }),
    );
  }

  #items(snapshot: Snapshot, form: ReplyForm): unknown {
    const { view } = snapshot;
    const items = (view.type?.checklist ?? []).filter(({ id }) => view.visible.items.has(id));
    if (items.length === 0) return nothing;
    return html`<ul class="items">
      ${repeat(
        items,
        ({ id }) => id,
        (item) => checklistItem(snapshot, form.actions, item),
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-reply': ReplyElement;
  }
}
