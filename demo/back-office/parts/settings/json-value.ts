import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { canonicalJson } from 'portal-request-form/rules';
import { lineAt, readJson, type ReadJson } from '../../settings/json-text.js';
import type { Words } from '../../words.js';

/** What is to be said of a value, and whether it can be taken over. */
export interface Inspected {
  readonly isUsable: boolean;
  readonly remarks: readonly { readonly pointer: string; readonly text: string }[];
}

const written = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 2));
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));

const read = (text: string): ReadJson => (text.trim() === '' ? { lines: new Map() } : readJson(text));

const accept = (): Inspected => ({ isUsable: true, remarks: [] });

/** Remembers what the last arguments led to. */
const remembering = <Given extends readonly unknown[], Result>(make: (...given: Given) => Result) => {
  let last: { readonly given: Given; readonly result: Result } | undefined;
  return (...given: Given): Result => {
    if (!last || given.some((one, index) => one !== last?.given[index])) last = { given, result: make(...given) };
    return last.result;
  };
};

/**
 * Some JSON that can be changed as text. What is typed stays as it is typed, whether it is right or not; once it is, it
 * fires `value-changed` with `{value}` (nothing for an empty text), and until then `text-kept` with `{text}`.
 */
export class JsonValue extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) value: unknown;
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) rows = 4;
  /** What was typed earlier and could not be taken over yet. */
  @property({ attribute: false }) kept?: string;
  @property({ attribute: false }) inspect: (value: unknown) => Inspected = accept;
  @state() private text?: string;

  readonly #read = remembering(read);
  readonly #inspect = remembering((value: unknown, inspect: JsonValue['inspect']) => inspect(value));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.text === undefined) this.text = this.kept ?? written(this.value);
    else if (changed.has('value') && this.#isTaken && !isSame(this.#read(this.text).value, this.value)) {
      this.text = written(this.value);
    }
  }

  /** Whether what is typed was taken over, so that another value may take its place. */
  get #isTaken(): boolean {
    const { value, mistake } = this.#read(this.text ?? '');
    return !mistake && this.#inspect(value, this.inspect).isUsable;
  }

  protected override render(): TemplateResult {
    const text = this.text ?? '';
    const json = this.#read(text);
    return html`
      <textarea
        class="json"
        rows=${Math.max(this.rows, Math.min(text.split('\n').length, 40))}
        spellcheck="false"
        autocapitalize="off"
        aria-label=${this.label}
        aria-invalid=${this.#isTaken ? nothing : 'true'}
        .value=${text}
        @input=${this.#typed}
      ></textarea>
      <div role="status">${json.mistake ? this.#mistake(json.mistake) : this.#remarks(json)}</div>
    `;
  }

  #mistake({ line, column, code }: NonNullable<ReadJson['mistake']>): TemplateResult {
    const reason = this.words.say(`settings.json.${code}`);
    return html`<p class="error">${this.words.say('settings.json.mistake', { line, column, reason })}</p>`;
  }

  #remarks(json: ReadJson): TemplateResult {
    const { isUsable, remarks } = this.#inspect(json.value, this.inspect);
    const say = (line: number, text: string) =>
      html`<p class=${isUsable ? 'doubt' : 'error'}>${this.words.say('settings.json.line', { line })} ${text}</p>`;
    return html`
      ${isUsable ? nothing : html`<p class="error">${this.words.say('settings.json.unusable')}</p>`}
      ${remarks.map(({ pointer, text }) => say(lineAt(json, pointer), text))}
    `;
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    const { value } = this.#read(this.text);
    const isUsable = this.#isTaken;
    this.dispatchEvent(new CustomEvent('text-kept', { detail: { text: isUsable ? undefined : this.text } }));
    if (isUsable) this.dispatchEvent(new CustomEvent('value-changed', { detail: { value } }));
  }
}
