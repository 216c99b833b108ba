import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WORK_ORDER_PARTS, type MappedType, type WorkOrderPart } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import type { Office } from '../office.js';
import type { TextKey } from '../texts/index.js';
import { failureNotice } from './failure-notice.js';

/** What fills a field for which no question was found. */
const NOTHING_FOUND: Record<WorkOrderPart, TextKey> = {
  description: 'mapping.found-type',
  deadline: 'mapping.found-none',
  workAddress: 'mapping.found-none',
  contact: 'mapping.found-sender',
  project: 'mapping.found-none',
};

/** Which answers of each request type fill which field of a work order. */
export class WorkOrderMappingPart extends LitElement {
  @property({ attribute: false }) office!: Office;
  @state() private failure: OfficeFailure | undefined;
  @state() private said = '';

  readonly #loader = createLoader<MappedType[]>(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.reload();
  }

  reload(): void {
    void this.#loader.run((signal) => this.office.api.deliveries.mappings(signal));
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure } = this.#loader.state;
    return html`
      <section class="card" aria-labelledby="mapping-title">
        <h2 id="mapping-title">${words.say('mapping')}</h2>
        <p class="hint">${words.say('mapping.hint')}</p>
        ${failure ? failureNotice(words, failure, () => this.reload()) : nothing}
        ${this.failure ? failureNotice(words, this.failure) : nothing}
        <p role="status" class=${this.said ? 'outcome' : nothing}>${this.said}</p>
        ${value?.map((type) => this.#type(type))}
      </section>
    `;
  }

  #type(type: MappedType): TemplateResult {
    return html`
      <fieldset class="mapping">
        <legend dir="auto">${this.office.words.text(type.label, type.portalLocale)}</legend>
        ${WORK_ORDER_PARTS.map((part) => this.#part(type, part))}
      </fieldset>
    `;
  }

  #part(type: MappedType, part: WorkOrderPart): TemplateResult {
    const { words } = this.office;
    const { fields, found } = type.parts[part];
    const chosen = type.mapping[part] ?? '';
    const labelOf = (id: string | undefined): string | undefined => {
      const field = fields.find((one) => one.id === id);
      return field && (words.text(field.label, type.portalLocale) || field.id);
    };
    const byItself = labelOf(found);
    const choose = (event: Event) => {
      if (event.target instanceof HTMLSelectElement) void this.#choose(type, part, event.target.value);
    };
    const id = `mapping-${type.requestType}-${part}`;
    return html`
      <div class="control">
        <label for=${id}>${words.say(`mapping.${part}`)}</label>
        <select id=${id} @change=${choose}>
          <option value="" ?selected=${chosen === ''}>
            ${byItself === undefined ? words.say(NOTHING_FOUND[part]) : words.say('mapping.found', { field: byItself })}
          </option>
          ${fields.map((field) => html`<option value=${field.id} ?selected=${chosen === field.id}>${labelOf(field.id)}</option>`)}
          ${
            byItself === undefined
              ? nothing
              : html`<option value="none" ?selected=${chosen === 'none'}>${words.say('mapping.none')}</option>`
          }
        </select>
      </div>
    `;
  }

  async #choose(type: MappedType, part: WorkOrderPart, value: string): Promise<void> {
    const { words, api } = this.office;
    const { [part]: _before, ...others } = type.mapping;
    this.failure = undefined;
    this.said = '';
    try {
      const saved = await api.deliveries.setMapping(
        type.requestType,
        value === '' ? others : { ...others, [part]: value },
      );
      const known = this.#loader.state.value ?? [];
      this.#loader.replace(known.map((one) => (one.requestType === saved.requestType ? saved : one)));
      this.said = words.say('mapping.saved', { type: words.text(type.label, type.portalLocale) });
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
      this.reload();
    }
  }
}
