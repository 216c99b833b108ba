import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Field } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import type { MoreFields } from '../controller/field-types.js';
import { QUESTION_ID } from '../fragments/ids.js';
import type { Translator } from '../i18n/translate.js';
import { isAnswered } from '../rules/index.js';
import { differencesBetween, type Difference } from '../state/draft-copy.js';
import type { ItemEntry } from '../state/request-state.js';

/** How the answer of a field reads: it comes from outside, with the fields that everybody has. */
type Summarise = (field: Field, answer: unknown, words: Translator, more: MoreFields | undefined) => string;

/** Asks which of two versions of a draft goes on, and shows where they differ: `<portal-draft-conflict>`. */
export class DraftConflictElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;
  @property({ attribute: false }) summarise?: Summarise;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = this;
    const { conflict } = snapshot?.state ?? {};
    const type = snapshot?.view.type;
    if (!snapshot || !conflict || !type) return nothing;
    const { words, state } = snapshot;
    const differences = differencesBetween(type, state, conflict);
    return html`<section class="notice" role="group" id=${QUESTION_ID} tabindex="-1" aria-labelledby="conflict-text">
      <p id="conflict-text">${words.message('conflict.title', { time: words.moment(conflict.savedAt) })}</p>
      <table class="requests versions">
        <thead>
          <tr>
            ${(['what', 'here', 'there'] as const).map(
              (column) => html`<th scope="col">${words.message(`conflict.${column}`)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${differences.map((one) => this.#row(snapshot, one))}
        </tbody>
      </table>
      <div class="actions">
        ${this.#button(words.message('conflict.take-here'), true)}
        ${this.#button(words.message('conflict.take-there'), false)}
      </div>
    </section>`;
  }

  #row({ words, more }: Snapshot, one: Difference): TemplateResult {
    const read = (answer: unknown): string =>
      'field' in one
        ? isAnswered(answer) && this.summarise
          ? this.summarise(one.field, answer, words, more)
          : ''
        : itemText(answer as ItemEntry | undefined, words);
    const none = words.message('conflict.nothing');
    return html`<tr>
      <th scope="row">${words.text(('field' in one ? one.field : one.item).label)}</th>
      <td data-column=${words.message('conflict.here')}>${read(one.here) || none}</td>
      <td data-column=${words.message('conflict.there')}>${read(one.there) || none}</td>
    </tr>`;
  }

  #button(text: string, isHere: boolean): TemplateResult {
    const choose = async () => (await this.actions?.more())?.chooseDraft(isHere);
    return html`<button type="button" class="button" part="button" @click=${() => void choose()}>${text}</button>`;
  }
}

const itemText = ({ answer, note, photos }: ItemEntry = {}, words: Translator): string =>
  [answer ? words.message(`checklist.${answer}`) : '', note, ...(photos ?? []).map(({ name }) => name)]
    .filter(Boolean)
    .join(' · ');

declare global {
  interface HTMLElementTagNameMap {
    'portal-draft-conflict': DraftConflictElement;
  }
}
