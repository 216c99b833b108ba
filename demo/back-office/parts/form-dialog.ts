import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Issue } from 'portal-request-form/contract';
import { OfficeFailure } from '../failure.js';
import { formText } from '../form-text.js';
import type { TextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import { failureNotice } from './failure-notice.js';
import { issueText } from './issue-text.js';

/** One control of a form. */
export interface FormField {
  name: string;
  label: TextKey;
  type?: 'text' | 'email' | 'tel';
  isRequired?: boolean;
  value?: string | undefined;
  hint?: TextKey;
  maxLength?: number;
  /** Choices in place of a text. */
  choices?: readonly { value: string; label: TextKey }[];
}

/** What a dialog asks, and what is done with the answers; rejects with an {@link OfficeFailure} for what is wrong. */
export interface AskedForm {
  title: string;
  fields: readonly FormField[];
  send: TextKey;
  save(values: Readonly<Record<string, string>>): Promise<void>;
  /** What can be removed here, after a question. */
  removal?: { label: TextKey; question: TextKey; remove(): Promise<void> };
}

/** Asks for what somebody or something is. It closes once that is saved; what is wrong is said at its place. */
export class FormDialog extends LitElement {
  @property({ attribute: false }) words!: Words;
  @state() private asked: AskedForm | undefined;
  @state() private failure: OfficeFailure | undefined;
  @state() private isBusy = false;
  @state() private isRemoving = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(asked: AskedForm): void {
    this.asked = asked;
    this.failure = undefined;
    this.isRemoving = false;
    void this.updateComplete.then(() => {
      this.querySelector('form')?.reset();
      this.querySelector('dialog')?.showModal();
    });
  }

  /** Another dialog of the page may ask for the same. */
  readonly #forget = (): void => {
    this.asked = undefined;
  };

  readonly #close = (): void => {
    this.querySelector('dialog')?.close();
  };

  protected override render(): TemplateResult {
    const { words, asked } = this;
    return html`
      <dialog aria-labelledby="form-title" @close=${this.#forget}>
        ${
          asked
            ? html`<form @submit=${this.#submit} novalidate>
                <h2 id="form-title" tabindex="-1">${asked.title}</h2>
                ${this.#whole()} ${asked.fields.map((field) => this.#control(field))}
                <div class="actions">
                  <button class="button button-primary" aria-disabled=${this.isBusy ? 'true' : nothing}>
                    ${words.say(asked.send)}
                  </button>
                  <button class="button" type="button" @click=${this.#close}>${words.say('cancel')}</button>
                  ${asked.removal ? this.#removal(asked.removal) : nothing}
                </div>
              </form>`
            : nothing
        }
      </dialog>
    `;
  }

  /** What went wrong with the form as a whole. */
  #whole(): TemplateResult | typeof nothing {
    const { words, failure } = this;
    if (!failure) return nothing;
    const named = new Set(this.asked?.fields.map(({ name }) => `/${name}`));
    const others = failure.issues.filter(({ pointer }) => !named.has(pointer));
    if (failure.issues.length === 0) return failureNotice(words, failure);
    return others.length === 0
      ? nothing
      : html`<div class="notice notice-error" role="alert">
          ${others.map((issue) => html`<p>${issueText(words, issue)}</p>`)}
        </div>`;
  }

  #issueOf(name: string): Issue | undefined {
    return this.failure?.issues.find(({ pointer }) => pointer === `/${name}`);
  }

  #control(field: FormField): TemplateResult {
    const { words } = this;
    const { name, label, hint, isRequired } = field;
    const issue = this.#issueOf(name);
    return html`
      <div class="control">
        <label for="form-${name}">
          ${words.say(label)} ${isRequired ? nothing : html`<span class="secondary">(${words.say('optional')})</span>`}
        </label>
        ${this.#input(field, issue !== undefined)}
        ${hint ? html`<p class="hint" id="form-${name}-hint">${words.say(hint)}</p>` : nothing}
        <p class="error" id="form-${name}-error">${issue ? issueText(words, issue) : nothing}</p>
      </div>
    `;
  }

  #input({ name, type = 'text', value = '', hint, maxLength, choices, isRequired }: FormField, isWrong: boolean) {
    const described = `form-${name}-error${hint ? ` form-${name}-hint` : ''}`;
    if (choices) {
      return html`<select id="form-${name}" name=${name} aria-describedby=${described}>
        ${choices.map(
          (one) =>
            html`<option value=${one.value} ?selected=${one.value === value}>${this.words.say(one.label)}</option>`,
        )}
      </select>`;
    }
    return html`<input
      id="form-${name}"
      name=${name}
      type=${type}
      value=${value}
      dir="auto"
      autocomplete="off"
      ?required=${isRequired ?? false}
      maxlength=${maxLength ?? nothing}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${described}
    />`;
  }

  #removal({ label, question, remove }: NonNullable<AskedForm['removal']>): TemplateResult {
    const { words } = this;
    if (!this.isRemoving) {
      const ask = () => (this.isRemoving = true);
      return html`<button class="button" type="button" @click=${ask}>${words.say(label)}</button>`;
    }
    return html`
      <p role="alert">${words.say(question)}</p>
      <button class="button button-danger" type="button" @click=${() => void this.#act(remove)}>
        ${words.say(label)}
      </button>
    `;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { asked } = this;
    if (this.isBusy || !asked || !(event.currentTarget instanceof HTMLFormElement)) return;
    const form = event.currentTarget;
    const values = Object.fromEntries(asked.fields.map(({ name }) => [name, formText(form, name).trim()]));
    void this.#act(() => asked.save(values));
  }

  async #act(act: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    try {
      await act();
      this.#close();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
      await this.updateComplete;
      const wrong = this.querySelector<HTMLElement>('[aria-invalid=true]') ?? this.querySelector<HTMLElement>('h2');
      wrong?.focus();
    } finally {
      this.isBusy = false;
    }
  }
}
