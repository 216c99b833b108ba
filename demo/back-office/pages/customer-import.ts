import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { OPTION_SOURCES } from 'portal-request-form/contract';
import type { ImportKind, ImportPreview } from '../../office-contract/index.js';
import type { SeenImport } from '../api/people.js';
import { OfficeFailure } from '../failure.js';
import { OfficePage } from '../office.js';
import { importColumns, importFailure, importPreview } from '../parts/import-preview.js';
import { addressOf } from '../route.js';
import { sectionRoute } from '../sections.js';

const KINDS: readonly ImportKind[] = ['customers', ...OPTION_SOURCES];

/** A file that was looked at, with what it would do. */
interface Looked extends SeenImport {
  readonly kind: ImportKind;
  readonly file: Blob;
}

/** Takes customers, and what they choose from, out of a file: first what it would do, then the same in one go. */
export class CustomerImportPage extends OfficePage {
  @state() private kind: ImportKind = 'customers';
  @state() private looked: Looked | undefined;
  @state() private done: ImportPreview | undefined;
  @state() private failure: OfficeFailure | undefined;
  @state() private problem: 'import.none-chosen' | 'import.changed' | undefined;
  @state() private isBusy = false;

  protected override get heading(): string {
    return this.office.words.say('import.title');
  }

  protected override get isShown(): boolean {
    return true;
  }

  override reload(): void {
    this.failure = undefined;
  }

  protected override render(): TemplateResult {
    const { words, staff } = this.office;
    if (staff && staff.role !== 'manager')
      return html`<office-not-found data-page .office=${this.office} .isForbidden=${true}></office-not-found>`;
    const { looked, done, failure, problem } = this;
    return html`
      <p class="back">
        <a href=${addressOf(sectionRoute('customers'))}>${words.say('back', { list: words.say('customers') })}</a>
      </p>
      <h1 tabindex="-1">${this.heading}</h1>
      <p class="hint">${words.say('import.hint')}</p>
      ${this.#form()}
      <p role="status" class=${done ? 'outcome' : nothing}>
        ${done ? words.say('import.done', { ...done.counts }) : this.isBusy ? words.say('import.busy') : nothing}
      </p>
      <div role="alert">
        ${problem ? html`<p class="notice notice-error">${words.say(problem)}</p>` : nothing}
        ${failure ? importFailure(words, failure) : nothing}
      </div>
      ${looked ? this.#preview(looked) : nothing}
    `;
  }

  #form(): TemplateResult {
    const { words } = this.office;
    const choose = (event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const { value } = event.target;
      this.kind = KINDS.find((one) => one === value) ?? 'customers';
      this.#forget();
    };
    return html`<form class="card" @submit=${this.#look} novalidate>
      <div class="control">
        <label for="import-kind">${words.say('import.kind')}</label>
        <select id="import-kind" @change=${choose}>
          ${KINDS.map(
            (one) =>
              html`<option value=${one} ?selected=${one === this.kind}>
                ${words.say(one === 'customers' ? 'import.kind.customers' : `options.${one}`)}
              </option>`,
          )}
        </select>
      </div>
      ${importColumns(words, this.kind)}
      <div class="control">
        <label for="import-file">${words.say('import.file')}</label>
        <input
          id="import-file"
          name="file"
          type="file"
          accept=".csv,.txt,text/csv"
          @change=${() => {
            this.#forget();
          }}
        />
      </div>
      <div class="actions">
        <button class="button button-primary" aria-disabled=${this.isBusy ? 'true' : nothing}>
          ${words.say('import.preview')}
        </button>
      </div>
    </form>`;
  }

  #preview(looked: Looked): TemplateResult {
    const { words } = this.office;
    const { counts } = looked.preview;
    const canCommit = counts.wrong === 0 && counts.new + counts.changed > 0;
    return html`<section class="card" aria-labelledby="preview-title">
      ${importPreview(words, looked.preview)}
      ${
        canCommit
          ? html`<div class="actions">
              <button
                type="button"
                class="button button-primary"
                aria-disabled=${this.isBusy ? 'true' : nothing}
                @click=${() => void this.#commit(looked)}
              >
                ${words.say('import.commit')}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  #forget(): void {
    this.looked = undefined;
    this.done = undefined;
    this.failure = undefined;
    this.problem = undefined;
  }

  #look(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy) return;
    this.#forget();
    const input = this.querySelector<HTMLInputElement>('#import-file');
    const file = input?.files?.[0];
    if (!file) {
      this.problem = 'import.none-chosen';
      input?.focus();
      return;
    }
    void this.#act(async () => {
      await this.#see(this.kind, file);
    });
  }

  async #see(kind: ImportKind, file: Blob): Promise<void> {
    const seen = await this.office.api.people.previewImport(kind, file);
    this.looked = { ...seen, kind, file };
    await this.updateComplete;
    this.querySelector<HTMLElement>('#preview-title')?.focus();
  }

  async #commit({ kind, file, etag }: Looked): Promise<void> {
    if (this.isBusy) return;
    this.problem = undefined;
    await this.#act(async () => {
      try {
        this.done = await this.office.api.people.commitImport(kind, file, etag);
        this.looked = undefined;
      } catch (error) {
        if (!(error instanceof OfficeFailure) || error.code !== 'changed') throw error;
        await this.#see(kind, file);
        this.problem = 'import.changed';
      }
    });
  }

  async #act(act: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}
