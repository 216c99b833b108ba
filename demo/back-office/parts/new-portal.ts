import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { NewPortal } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import { freshId } from '../settings/make.js';
import type { TextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import { failureNotice } from './failure-notice.js';
import { SPOKEN } from './settings/value-editors.js';

type Part = 'name' | 'id' | 'locales';

const wordIn = (form: HTMLFormElement, name: string): string => {
  const given = new FormData(form).get(name);
  return typeof given === 'string' ? given.trim() : '';
};

/** Asks what a new portal needs to begin with. What is wrong is said at its place. */
export class NewPortalForm extends LitElement {
  @property({ attribute: false }) words!: Words;
  /** Ids that are known to be taken. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @property({ attribute: false }) make!: (portal: NewPortal) => Promise<void>;
  @state() private failure: OfficeFailure | undefined;
  @state() private isBusy = false;
  @state() private address = '';
  @state() private locales: readonly string[] = [];

  /** Once somebody has typed an id, it no longer follows the name. */
  #hasOwnId = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.locales = [this.words.language];
  }

  protected override render(): TemplateResult {
    const { words, failure } = this;
    const isSaid = failure?.code === 'conflict' || failure?.issues.length !== 0;
    const address = `${location.origin}/api/portals/${this.address || '…'}`;
    return html`
      <form class="card new-portal" aria-labelledby="new-portal" @submit=${this.#submit} novalidate>
        <h2 id="new-portal">${words.say('portal.new')}</h2>
        <p class="hint">${words.say('portal.new.hint')}</p>
        ${failure && !isSaid ? failureNotice(words, failure) : nothing}
        ${this.#text('name', 'portal.name', words.say('portal.name.hint'))}
        ${this.#text('id', 'portal.id', words.say('portal.id.hint', { address }))} ${this.#languages()}
        <div class="actions">
          <button class="button button-primary" aria-disabled=${this.isBusy ? 'true' : nothing}>
            ${words.say('portal.make')}
          </button>
        </div>
      </form>
    `;
  }

  #wrong(part: Part): string | undefined {
    const { failure, words } = this;
    if (part === 'id' && failure?.code === 'conflict') return words.say('portal.wrong.taken');
    const isWrong = failure?.issues.some(({ pointer }) => pointer.startsWith(`/${part}`));
    return isWrong ? words.say(`portal.wrong.${part}`) : undefined;
  }

  #text(part: 'name' | 'id', label: TextKey, hint: string): TemplateResult {
    const wrong = this.#wrong(part);
    return html`<div class="control">
      <label for="portal-${part}">${this.words.say(label)}</label>
      <input
        id="portal-${part}"
        name=${part}
        autocomplete="off"
        autocapitalize=${part === 'id' ? 'none' : nothing}
        spellcheck=${part === 'id' ? 'false' : nothing}
        dir=${part === 'id' ? 'ltr' : 'auto'}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby="portal-${part}-hint portal-${part}-error"
        @input=${this.#typed}
      />
      <p class="hint" id="portal-${part}-hint">${hint}</p>
      <p class="error" id="portal-${part}-error">${wrong ?? nothing}</p>
    </div>`;
  }

  #languages(): TemplateResult {
    const { words, locales } = this;
    const wrong = this.#wrong('locales');
    const own = locales[0];
    return html`
      <fieldset class="control ${wrong ? 'is-wrong' : ''}" aria-describedby="portal-locales-error">
        <legend>${words.say('portal.locales')}</legend>
        <div class="choices">
          ${SPOKEN.map(
            (locale) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${locales.includes(locale)}
                  @change=${() => {
                    const isOn = locales.includes(locale);
                    this.locales = isOn ? locales.filter((one) => one !== locale) : [...locales, locale];
                  }}
                />
                ${words.languageName(locale)}</label
              >`,
          )}
        </div>
        <p class="error" id="portal-locales-error">${wrong ?? nothing}</p>
      </fieldset>
      ${locales.length > 1 && own !== undefined ? this.#ownLanguage(locales, own) : nothing}
    `;
  }

  #ownLanguage(locales: readonly string[], own: string): TemplateResult {
    const { words } = this;
    return html`<div class="control">
      <label for="portal-locale">${words.say('portal.locale')}</label>
      <select
        id="portal-locale"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.locales = [value, ...locales.filter((one) => one !== value)];
        }}
      >
        ${SPOKEN.filter((locale) => locales.includes(locale)).map(
          (locale) => html`<option value=${locale} ?selected=${locale === own}>${words.languageName(locale)}</option>`,
        )}
      </select>
    </div>`;
  }

  /** The id follows the name until somebody types one. */
  #typed(event: InputEvent): void {
    const [name, id] = [
      this.querySelector<HTMLInputElement>('#portal-name'),
      this.querySelector<HTMLInputElement>('#portal-id'),
    ];
    if (!name || !id) return;
    if (event.target === id) this.#hasOwnId = id.value !== '';
    else if (!this.#hasOwnId) id.value = name.value.trim() === '' ? '' : freshId(name.value, this.taken);
    this.address = id.value.trim();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy || !(event.currentTarget instanceof HTMLFormElement)) return;
    const form = event.currentTarget;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await this.make({ id: wordIn(form, 'id'), name: wordIn(form, 'name'), locales: [...this.locales] });
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid=true], .is-wrong input')?.focus();
    } finally {
      this.isBusy = false;
    }
  }
}
