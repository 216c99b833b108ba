import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { OfficeFailure } from '../../failure.js';
import type { Office } from '../../office.js';
import { failureNotice } from '../failure-notice.js';

const WIDGET = '/dist/portal-request-form.js';
/** An endpoint that ends sooner than this is asked anew, in milliseconds. */
const SPARE = 60_000;
const WIDTHS = ['phone', 'desktop'] as const;

const loadWidget = async (): Promise<void> => {
  if (customElements.get('portal-request-form')) return;
  try {
    await import(/* @vite-ignore */ WIDGET);
  } catch (error) {
    throw new OfficeFailure('unavailable', undefined, error);
  }
};

/** The request form itself, on the settings as they are kept; drawn anew after each time they are kept. */
export class SettingsPreview extends LitElement {
  @property({ attribute: false }) office!: Office;
  /** Changes whenever other settings are kept. */
  @property({ attribute: false }) revision = '';
  @property({ attribute: false }) locales: readonly string[] = [];
  /** The request type that is shown at once; the customer chooses when left out. */
  @property({ attribute: false }) requestType?: string;
  @state() private endpoint?: string;
  @state() private failure?: OfficeFailure;
  @state() private width: (typeof WIDTHS)[number] = 'phone';
  @state() private language?: string;
  #expiresAt = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision') && this.#expiresAt < Date.now() + SPARE) void this.#open();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const language =
      this.language !== undefined && this.locales.includes(this.language) ? this.language : this.locales[0];
    return html`
      <section class="preview" aria-labelledby="preview-heading">
        <div class="preview-bar">
          <h2 id="preview-heading">${words.say('settings.preview')}</h2>
          ${this.#switch(
            'settings.preview.width',
            WIDTHS,
            this.width,
            (one) => words.say(`settings.preview.${one}`),
            this.#widen,
          )}
          ${
            this.locales.length > 1
              ? this.#switch('language', this.locales, language, (one) => words.languageName(one), this.#speak)
              : nothing
          }
        </div>
        <p class="hint">${words.say('settings.preview.hint')}</p>
        ${this.failure ? failureNotice(words, this.failure, () => void this.#open()) : nothing}
        <div class="preview-frame preview-${this.width}">
          ${
            this.endpoint === undefined
              ? html`<p class="loading" role="status">${this.failure ? nothing : words.say('loading')}</p>`
              : keyed(
                  `${this.revision} ${this.requestType ?? ''}`,
                  html`<portal-request-form
                    endpoint=${this.endpoint}
                    lang=${language ?? nothing}
                    request-type=${this.requestType ?? nothing}
                  ></portal-request-form>`,
                )
          }
        </div>
      </section>
    `;
  }

  readonly #widen = (width: (typeof WIDTHS)[number]): void => {
    this.width = width;
  };

  readonly #speak = (language: string): void => {
    this.language = language;
  };

  #switch<One extends string>(
    label: 'settings.preview.width' | 'language',
    all: readonly One[],
    current: One | undefined,
    name: (one: One) => string,
    choose: (one: One) => void,
  ): TemplateResult {
    return html`<div class="switch" role="group" aria-label=${this.office.words.say(label)}>
      ${all.map(
        (one) =>
          html`<button
            type="button"
            aria-pressed=${one === current ? 'true' : 'false'}
            @click=${() => {
              choose(one);
            }}
          >
            ${name(one)}
          </button>`,
      )}
    </div>`;
  }

  async #open(): Promise<void> {
    this.failure = undefined;
    try {
      const [{ endpoint, expiresAt }] = await Promise.all([this.office.api.settings.preview(), loadWidget()]);
      this.#expiresAt = Date.parse(expiresAt);
      this.endpoint = endpoint;
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    }
  }
}
