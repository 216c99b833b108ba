import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { visibility } from 'portal-request-form/rules';
import type { OfficeRequest } from '../../office-contract/index.js';
import { readingOf } from '../answers.js';
import { OfficeFailure } from '../failure.js';
import type { Office } from '../office.js';
import type { TextKey } from '../texts/index.js';
import { replyList } from './asking-replies.js';
import { failureNotice } from './failure-notice.js';

const OPEN: ReadonlySet<string> = new Set(['submitted', 'needs-info']);

type Part = 'ask' | 'message';

const valuesOf = (form: HTMLFormElement, name: string): string[] =>
  new FormData(form).getAll(name).filter((one) => typeof one === 'string');

/** What the office asks and tells the customer of a request, and what came back; fires `changed`. */
export class AskingPart extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) request!: OfficeRequest;
  @state() private isAsking = false;
  @state() private isBusy = false;
  @state() private refused?: Part;
  @state() private said?: TextKey;
  @state() private failure?: OfficeFailure;

  /** The key of the message that is being sent: a repeat of the same says nothing twice. */
  #sending = { text: '', key: '' };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const isIdle = this.request.asked === undefined && this.request.replies.length === 0;
    return html`<section class="card asking ${isIdle ? 'idle' : ''}" aria-labelledby="asking-heading">
      <h2 id="asking-heading" tabindex="-1">${words.say('asking.title')}</h2>
      <div role="status">${this.said ? html`<p class="outcome">${words.say(this.said)}</p>` : nothing}</div>
      ${this.failure ? failureNotice(words, this.failure) : nothing} ${this.#waiting()}
      ${OPEN.has(this.request.status) ? this.#ask() : nothing} ${replyList(this.office, this.request)}
      ${this.#message()}
    </section>`;
  }

  #waiting(): TemplateResult | typeof nothing {
    const { request, office } = this;
    const { asked, definition } = request;
    if (!asked) return nothing;
    const { text } = readingOf(request, office.words);
    const named = [
      ...definition.sections.flatMap(({ fields }) => fields).filter(({ id }) => asked.fields.includes(id)),
      ...definition.checklist.filter(({ id }) => asked.items.includes(id)),
    ];
    return html`<p>${office.words.say('asking.waiting', { at: office.words.moment(asked.at) })}</p>
      <ul>
        ${named.map(({ label }) => html`<li dir="auto">${text(label)}</li>`)}
      </ul>
      <p class="words" dir="auto">${asked.message}</p>`;
  }

  #ask(): TemplateResult {
    const { words } = this.office;
    return html`<details
      class="tool"
      ?open=${this.isAsking}
      @toggle=${(event: Event) => {
        this.isAsking = (event.target as HTMLDetailsElement).open;
      }}
    >
      <summary class="button">${words.say(this.request.asked ? 'asking.again' : 'asking.open')}</summary>
      <form novalidate @submit=${this.#sendQuestion}>
        <fieldset>
          <legend>${words.say('asking.what')}</legend>
          ${this.#choices()}
        </fieldset>
        ${this.#text('message', 'asking.message', 'asking.message-hint', this.refused === 'ask' && 'asking.required')}
        <button class="button button-primary" aria-disabled=${this.isBusy ? 'true' : nothing}>
          ${words.say('asking.send')}
        </button>
      </form>
    </details>`;
  }

  #choices(): TemplateResult[] {
    const { request, office } = this;
    const { text } = readingOf(request, office.words);
    const { answers, checklist } = request.submission;
    const given = [new Map(Object.entries(answers)), new Map(Object.entries(checklist))] as const;
    const shown = visibility(request.definition, ...given);
    const fields = request.definition.sections
      .flatMap((section) => section.fields)
      .filter(({ id, type }) => type !== 'note' && shown.fields.has(id));
    const items = request.definition.checklist.filter(({ id }) => shown.items.has(id));
    const choice = (name: string, id: string, label: string) =>
      html`<label class="choice"
        ><input type="checkbox" name=${name} value=${id} /> <span dir="auto">${label}</span></label
      >`;
    return [
      ...fields.map(({ id, label }) => choice('field', id, text(label))),
      ...items.map(({ id, label }) => choice('item', id, text(label))),
    ];
  }

  #text(name: string, label: TextKey, hint: TextKey, error: TextKey | false): TemplateResult {
    const { words } = this.office;
    const id = `asking-${name}`;
    return html`<div class="control">
      <label for=${id}>${words.say(label)}</label>
      <p class="hint" id="${id}-hint">${words.say(hint)}</p>
      <textarea
        id=${id}
        name=${name}
        rows="3"
        maxlength="5000"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="${id}-hint ${id}-error"
      ></textarea>
      <p class="error" id="${id}-error">${error ? words.say(error) : nothing}</p>
    </div>`;
  }

  #message(): TemplateResult {
    const { words } = this.office;
    return html`<form novalidate @submit=${this.#sendMessage}>
      ${this.#text('text', 'message.text', 'message.hint', this.refused === 'message' && 'message.required')}
      <button class="button" aria-disabled=${this.isBusy ? 'true' : nothing}>${words.say('message.send')}</button>
    </form>`;
  }

  async #sendQuestion(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const [fields, items] = [valuesOf(form, 'field'), valuesOf(form, 'item')];
    const message = valuesOf(form, 'message').join('').trim();
    const isComplete = message !== '' && fields.length + items.length > 0;
    await this.#act('ask', form, isComplete, 'asking.asked', () =>
      this.office.api.askBack(this.request.id, { message, fields, items }),
    );
  }

  async #sendMessage(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const text = valuesOf(form, 'text').join('').trim();
    if (text !== this.#sending.text) this.#sending = { text, key: crypto.randomUUID() };
    await this.#act('message', form, text !== '', 'message.sent', () =>
      this.office.api.sendMessage(this.request.id, text, this.#sending.key),
    );
  }

  async #act(part: Part, form: HTMLFormElement, isComplete: boolean, said: TextKey, act: () => Promise<void>) {
    if (this.isBusy) return;
    this.said = undefined;
    this.failure = undefined;
    this.refused = isComplete ? undefined : part;
    if (!isComplete) return form.querySelector('textarea')?.focus();
    this.isBusy = true;
    try {
      await act();
      form.reset();
      this.#sending = { text: '', key: '' };
      this.isAsking = false;
      this.said = said;
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
      this.querySelector<HTMLElement>('#asking-heading')?.focus();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      if (error.code !== 'session-expired') this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}
