import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlainField } from '../form.js';
import { begin } from './mount.js';

const isAnswered = (answer: string | boolean | undefined): boolean => Boolean(answer);

/** A form as somebody writes it by hand with Lit: one element that holds the answers and renders itself. */
class HandWrittenForm extends LitElement {
  static override properties = { fields: {}, answers: { state: true }, isRefused: { state: true } };

  declare fields: readonly PlainField[];
  declare answers: ReadonlyMap<string, string | boolean>;
  declare isRefused: boolean;

  constructor() {
    super();
    this.fields = [];
    this.answers = new Map();
    this.isRefused = false;
  }

  protected override render(): TemplateResult {
    const missing = this.isRefused ? this.fields.filter(({ id }) => !isAnswered(this.answers.get(id))) : [];
    const errors = new Set(missing.map(({ id }) => id));
    return html`<form novalidate @submit=${this.#send}>
      ${missing.length > 0 ? this.#summary(missing) : nothing}
      ${repeat(
        this.fields,
        ({ id }) => id,
        (field) => this.#field(field, errors.has(field.id)),
      )}
      <button type="submit">Send</button>
    </form>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isRefused') && this.isRefused) this.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    this.isRefused = true;
  };

  #answer(id: string, answer: string | boolean): void {
    this.answers = new Map(this.answers).set(id, answer);
  }

  #summary(missing: readonly PlainField[]): TemplateResult {
    return html`<div class="summary" tabindex="-1">
      <ul>
        ${missing.map(({ id, label }) => html`<li><a href=${`#${id}`}>${label}</a></li>`)}
      </ul>
    </div>`;
  }

  #field(field: PlainField, isInvalid: boolean): TemplateResult {
    const { id, kind, label } = field;
    const error = isInvalid ? html`<p class="error" id=${`${id}-error`}>Fill this in.</p>` : nothing;
    if (kind === 'radio')
      return html`<fieldset>
        <legend>${label}</legend>
        ${this.#radios(field)}${error}
      </fieldset>`;
    if (kind === 'checkbox') return html`<div><label>${this.#control(field, isInvalid)} ${label}</label>${error}</div>`;
    return html`<div><label for=${id}>${label}</label>${this.#control(field, isInvalid)}${error}</div>`;
  }

  #radios({ id, choices = [] }: PlainField): readonly TemplateResult[] {
    const current = this.answers.get(id);
    return choices.map(
      (one, index) =>
        html`<label
          ><input
            type="radio"
            name=${id}
            id=${index === 0 ? id : nothing}
            .checked=${current === one.id}
            @change=${() => {
              this.#answer(id, one.id);
            }}
          />
          ${one.label}</label
        >`,
    );
  }

  #control({ id, kind, choices = [] }: PlainField, isInvalid: boolean): TemplateResult {
    const answer = this.answers.get(id) ?? '';
    const describedBy = isInvalid ? `${id}-error` : nothing;
    const invalid = isInvalid ? 'true' : nothing;
    const typed = ({ target }: Event): void => {
      this.#answer(id, (target as HTMLInputElement).value);
    };
    const checked = ({ target }: Event): void => {
      this.#answer(id, (target as HTMLInputElement).checked);
    };
    if (kind === 'select')
      return html`<select
        id=${id}
        .value=${answer}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @change=${typed}
      >
        <option value=""></option>
        ${choices.map((one) => html`<option value=${one.id}>${one.label}</option>`)}
      </select>`;
    if (kind === 'textarea')
      return html`<textarea
        id=${id}
        .value=${answer}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @input=${typed}
      ></textarea>`;
    if (kind === 'checkbox')
      return html`<input
        type="checkbox"
        id=${id}
        .checked=${answer === true}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @change=${checked}
      />`;
    return html`<input
      type=${kind}
      id=${id}
      .value=${answer}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      @input=${typed}
    />`;
  }
}

customElements.define('hand-written-form', HandWrittenForm);

begin((place, fields: readonly PlainField[]) => {
  const element = document.createElement('hand-written-form') as HandWrittenForm;
  element.fields = fields;
  place.replaceChildren(element);
  return () => {
    element.remove();
  };
});
