import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ReceiptFile } from 'portal-request-form/contract';
import type { OfficeRequest, ReceiptDifference, ReceiptReport } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import type { Office } from '../office.js';
import { receiptLabel } from '../receipt-label.js';
import { isTextKey, type TextKey } from '../texts/index.js';
import { failureNotice } from './failure-notice.js';

/** What became of the file that was chosen last. */
type Outcome =
  | { readonly is: 'report'; readonly report: ReceiptReport }
  | { readonly is: 'other-file' }
  | { readonly is: 'failure'; readonly failure: OfficeFailure };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const FORMAT: ReceiptFile['format'] = 'portal-request-receipt';

const isReceipt = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'format' in json && json.format === FORMAT;

/** Checks the proof of submission that a customer sends against one request. */
export class ReceiptCheck extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) request!: OfficeRequest;
  @state() private outcome?: Outcome;
  @state() private fileName = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('request');
    if (before && before.id !== this.request.id) this.outcome = undefined;
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    return html`
      <section class="card receipt-check" aria-labelledby="receipt-heading">
        <h2 id="receipt-heading">${words.say('receipt')}</h2>
        <div class="control">
          <label for="receipt-file">${words.say('receipt.file')}</label>
          <p class="hint" id="receipt-hint">${words.say('receipt.hint')}</p>
          <input
            type="file"
            id="receipt-file"
            accept=".json,application/json"
            aria-describedby="receipt-hint"
            @change=${this.#choose}
          />
        </div>
        <div role="status">${this.outcome ? this.#outcome(this.outcome) : nothing}</div>
      </section>
    `;
  }

  #outcome(outcome: Outcome): TemplateResult {
    const { words } = this.office;
    const name = this.fileName;
    if (outcome.is === 'failure') return failureNotice(words, outcome.failure);
    if (outcome.is === 'other-file')
      return html`<p class="notice notice-error">${words.say('receipt.other-file', { name })}</p>`;
    return this.#report(outcome.report);
  }

  #report({ issues, reference, isOfThisRequest, differences }: ReceiptReport): TemplateResult {
    const { words } = this.office;
    const isAuthentic = issues.length === 0;
    const isGood = isAuthentic && isOfThisRequest && differences.length === 0;
    const reasons = issues.map(({ code, params }) => {
      const key = `receipt.issue.${code}`;
      return html`<li>${isTextKey(key) ? words.say(key, params) : code}</li>`;
    });
    return html`
      <p class=${isGood ? 'outcome' : 'notice notice-error'}>
        ${words.say(verdict(isAuthentic, isOfThisRequest, isGood), { reference })}
      </p>
      ${
        isAuthentic
          ? nothing
          : html`<ul>
              ${reasons}
            </ul>`
      }
      ${differences.length > 0 ? this.#differences(differences) : nothing}
    `;
  }

  #differences(differences: readonly ReceiptDifference[]): TemplateResult {
    const { words } = this.office;
    const value = (given: unknown) =>
      given === undefined
        ? html`<em>${words.say('receipt.nothing')}</em>`
        : html`<q class="words" dir="auto">${typeof given === 'string' ? given : JSON.stringify(given)}</q>`;
    return html`
      <h3>${words.say('receipt.differences')}</h3>
      <dl class="facts">
        ${differences.map(
          ({ pointer, inFile, here }) =>
            html`<div>
              <dt dir="auto">${receiptLabel(words, this.request, pointer)}</dt>
              <dd>
                <p>${words.say('receipt.in-file')} ${value(inFile)}</p>
                <p>${words.say('receipt.here')} ${value(here)}</p>
              </dd>
            </div>`,
        )}
      </dl>
    `;
  }

  async #choose({ target }: Event): Promise<void> {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    const { id } = this.request;
    this.outcome = undefined;
    this.fileName = file.name;
    const outcome = await this.#check(id, parse(await file.text()));
    input.value = ''; // the same file can be chosen again once it was mended
    if (this.request.id === id) this.outcome = outcome;
  }

  async #check(id: string, json: unknown): Promise<Outcome> {
    if (!isReceipt(json)) return { is: 'other-file' };
    try {
      return { is: 'report', report: await this.office.api.checkReceipt(id, json) };
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      return error.status === 422 ? { is: 'other-file' } : { is: 'failure', failure: error };
    }
  }
}

const verdict = (isAuthentic: boolean, isOfThisRequest: boolean, isGood: boolean): TextKey => {
  if (isGood) return 'receipt.good';
  if (!isAuthentic) return 'receipt.forged';
  return isOfThisRequest ? 'receipt.changed-here' : 'receipt.other-request';
};
