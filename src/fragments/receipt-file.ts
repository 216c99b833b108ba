import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';

const save = async (button: HTMLElement, { words }: Snapshot, actions: Actions): Promise<void> => {
  const said = button.nextElementSibling;
  if (!said || button.ariaBusy) return;
  button.ariaBusy = 'true';
  said.textContent = '';
  try {
    const name = await (await actions.more()).saveReceipt();
    said.textContent = words.message('confirmation.proof-saved', { name });
  } catch (error) {
    console.error('portal-request-form: the receipt could not be saved', error);
    said.textContent = words.message('confirmation.proof-failed');
  }
  button.ariaBusy = null;
};

/** Offers a signed receipt as a file; only a page with a secure connection can make it. */
export const receiptFile = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing =>
  snapshot.state.receipt?.proof && isSecureContext
    ? html`<div class="actions">
        <button
          type="button"
          class="button"
          part="button"
          @click=${({ currentTarget }: Event) => void save(currentTarget as HTMLElement, snapshot, actions)}
        >
          ${snapshot.words.message('confirmation.proof')}
        </button>
        <span role="status"></span>
      </div>`
    : nothing;
