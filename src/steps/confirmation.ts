import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { copyText } from '../fragments/copy.js';
import { printElement } from '../fragments/print.js';
import { receiptFile } from '../fragments/receipt-file.js';
import { receiptRows, review } from '../fragments/review.js';
import { StepElement } from './step-element.js';

const SUMMARY = 'receipt';

const mailAddress = ({ state, view }: Snapshot): string => {
  const given = view.type?.sections
    .flatMap((section) => section.fields)
    .find((field) => field.type === 'email' && view.visible.fields.has(field.id) && state.answers.get(field.id));
  const answer = given && state.answers.get(given.id);
  return typeof answer === 'string' ? answer : (state.customer?.email ?? state.contact.email ?? '');
};

const copyButton = ({ words }: Snapshot, reference: string): TemplateResult => {
  const copy = (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    const said = button.parentElement?.querySelector('[role=status]');
    void copyText(reference, button.parentElement?.querySelector('output') ?? button).then((isCopied) => {
      if (said && isCopied) said.textContent = words.message('confirmation.copied');
    });
  };
  return html`<button type="button" class="button" part="button" @click=${copy}>
    ${words.message('confirmation.copy')}
  </button>`;
};

const whatNext = (snapshot: Snapshot): TemplateResult => {
  const { state, words } = snapshot;
  const email = mailAddress(snapshot);
  return html`<h3>${words.message('confirmation.next')}</h3>
    <p>${words.message('confirmation.next-text')}</p>
    ${email ? html`<p>${words.message('confirmation.mail', { email })}</p>` : nothing}
    ${state.customer ? html`<p>${words.message('confirmation.follow')}</p>` : nothing}`;
};

/** The receipt: the reference, what happens next, and what was sent. */
export class ConfirmationStep extends StepElement {
  protected override renderStep(snapshot: Snapshot, actions: Actions): TemplateResult {
    const { state, view, words } = snapshot;
    const { receipt } = state;
    if (!receipt) return html`<portal-added .snapshot=${snapshot} .actions=${actions}></portal-added>`;
    const print = () => {
      const summary = this.querySelector(`#${SUMMARY}`);
      if (summary) printElement(summary, `${words.text(state.config?.portal.name)} ${receipt.reference}`);
    };
    return html`<p class="thanks">${words.message('confirmation.title')}</p>
      ${state.isOutdated ? html`<p class="notice">${words.message('outbox.outdated')}</p>` : nothing}
      <div class="reference">
        <span>${words.message('confirmation.reference')}</span>
        <output class="reference-code" part="reference">${receipt.reference}</output>
        ${copyButton(snapshot, receipt.reference)} <span role="status"></span>
      </div>
      <slot name="confirmation"></slot>
      ${whatNext(snapshot)}
      <section id=${SUMMARY} class="receipt">
        <h3>${words.message('confirmation.summary')}</h3>
        <p class="hint">
          ${words.text(view.type?.label)} · ${receipt.reference} ·
          ${words.message('confirmation.sent-at', { time: words.moment(receipt.submittedAt) })}
        </p>
        ${review(snapshot)} ${receiptRows(snapshot)}
      </section>
      ${receiptFile(snapshot, actions)}
      <div class="navigation">
        <button type="button" class="button" part="button" @click=${print}>
          ${words.message('confirmation.print')}
        </button>
        <button
          type="button"
          class="button primary"
          part="button button-primary"
          @click=${() => void actions.startOver()}
        >
          ${words.message('start.new')}
        </button>
      </div>`;
  }
}
