import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RowField } from '../contract/index.js';
import type { FieldProps } from '../fields/field.js';
import { groupShell, shellOf } from '../fields/field-shell.js';
import { renderField } from '../fields/render-field.js';
import { rowOf } from '../rules/visible.js';
import { controlId } from '../state/pointers.js';
import { rowKey, rowsOf, withKeys, withoutKey, type RowAnswers } from '../state/rows.js';

interface Removed {
  readonly row: RowAnswers;
  readonly index: number;
}

/** The rows of a `repeat` field: add, remove with undo, move up and down. */
export class RepeatElement extends LitElement {
  @property({ attribute: false }) props?: FieldProps<'repeat'>;

  #removed?: Removed;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    const rows = rowsOf(props.answer);
    return groupShell(
      shellOf(props),
      (aria) =>
        html`<ol class="rows" role="list">
            ${repeat(rows, rowKey, (row, index) => this.#row(props, row, index, rows.length))}
          </ol>
          ${this.#undoStrip(props)} ${this.#addButton(props, rows.length, aria.id, aria.describedBy)}`,
    );
  }

  #row(props: FieldProps<'repeat'>, row: RowAnswers, index: number, count: number): TemplateResult {
    const { field, pointer, around } = props;
    const key = rowKey(row, index);
    const { visible, lookup } = rowOf(field, withoutKey(row), around.lookup);
    const within = { ...around, lookup };
    const legend = `${controlId(`${pointer}/${key}`)}-legend`;
    const shown = field.fields.filter(({ id }) => visible.has(id));
    const place = (one: RowField) => ({
      pointer: `${pointer}/${key}/${one.id}`,
      answer: row[one.id],
      change: (make: (answer: unknown) => unknown) => this.#replace(key, one.id, make),
    });
    return html`<li>
      <fieldset class="row" part="row" data-row=${key} aria-labelledby=${legend}>
        <div class="row-head">
          <span class="row-name" id=${legend}>${rowName(props, index)}</span>
          ${field.readOnly ? nothing : this.#buttons(props, key, index, count)}
        </div>
        ${repeat(
          shown,
          ({ id }) => id,
          (one) => renderField(within, one, place(one)),
        )}
      </fieldset>
    </li>`;
  }

  #buttons(props: FieldProps<'repeat'>, key: string, index: number, count: number): TemplateResult {
    const { words } = props;
    const row = rowName(props, index);
    const button = (name: 'up' | 'down' | 'remove', sign: string, act: () => Promise<void>) =>
      html`<button
        type="button"
        class="quiet"
        data-act=${name}
        aria-label=${words.message(`repeat.${name}`, { row })}
        @click=${() => void act()}
      >
        <span aria-hidden="true">${sign}</span>
      </button>`;
    return html`<span class="row-buttons">
      ${index > 0 ? button('up', '↑', () => this.#move(key, -1)) : nothing}
      ${index < count - 1 ? button('down', '↓', () => this.#move(key, 1)) : nothing}
      ${button('remove', '✕', () => this.#remove(key))}
    </span>`;
  }

  #addButton(
    { field, words }: FieldProps<'repeat'>,
    count: number,
    id: string,
    describedBy: string | undefined,
  ): TemplateResult | typeof nothing {
    if (field.readOnly) return nothing;
    if (count >= (field.maxRows ?? Infinity)) {
      return html`<p class="hint" id=${id} tabindex="-1">${words.message('repeat.full', { max: count })}</p>`;
    }
    return html`<button
      type="button"
      class="button"
      part="button"
      id=${id}
      aria-describedby=${describedBy ?? nothing}
      @click=${() => void this.#add()}
    >
      ${words.message('repeat.add', { row: words.text(field.rowLabel ?? field.label) })}
    </button>`;
  }

  #undoStrip(props: FieldProps<'repeat'>): TemplateResult {
    const removed = this.#removed;
    return html`<div role="status" class="undo">
      ${
        removed
          ? html`<span>${props.words.message('repeat.removed', { row: rowName(props, removed.index) })}</span>
              <button type="button" class="link" part="link" @click=${() => void this.#undo()}>
                ${props.words.message('repeat.undo')}
              </button>`
          : nothing
      }
    </div>`;
  }

  /** The rows as they are now, each with a key that stays. */
  #rows(empty = 0): RowAnswers[] {
    return withKeys(rowsOf(this.props?.answer), empty);
  }

  async #give(rows: readonly RowAnswers[]): Promise<void> {
    await this.props?.give(rows);
    await this.updateComplete;
  }

  async #replace(key: string, id: string, make: (answer: unknown) => unknown): Promise<void> {
    this.#removed = undefined;
    const replaced = (row: RowAnswers, index: number): RowAnswers =>
      rowKey(row, index) === key ? { ...row, [id]: make(row[id]) } : row;
    await this.props?.change((rows) => rowsOf(rows).map(replaced));
  }

  async #add(): Promise<void> {
    this.#removed = undefined;
    const rows = this.#rows(1);
    await this.#give(rows);
    this.#focus(
      `[data-row="${rowKey(rows.at(-1) ?? {}, rows.length)}"] :is(input, select, textarea, button:not(.quiet))`,
    );
  }

  async #remove(key: string): Promise<void> {
    const rows = rowsOf(this.props?.answer);
    const index = rows.findIndex((row, at) => rowKey(row, at) === key);
    const row = rows[index];
    if (!row || !this.props) return;
    const { uploads, pointer, actions } = this.props;
    const lost = uploads.filter((upload) => upload.pointer.startsWith(`${pointer}/${key}/`));
    await Promise.all(lost.map(({ id }) => actions.removeUpload(id)));
    this.#removed = { row, index };
    await this.#give(rows.filter((_row, at) => at !== index));
    this.#focus('.undo button');
  }

  async #undo(): Promise<void> {
    const removed = this.#removed;
    this.#removed = undefined;
    if (!removed) return;
    await this.#give(rowsOf(this.props?.answer).toSpliced(removed.index, 0, removed.row));
    this.#focus(`[data-row="${rowKey(removed.row, removed.index)}"] [data-act=remove]`);
  }

  async #move(key: string, by: 1 | -1): Promise<void> {
    this.#removed = undefined;
    const rows = this.#rows();
    const from = rows.findIndex((row, index) => rowKey(row, index) === key);
    const row = rows[from];
    if (!row) return;
    await this.#give(rows.toSpliced(from, 1).toSpliced(from + by, 0, row));
    const head = `[data-row="${key}"] [data-act=${by < 0 ? 'up' : 'down'}]`;
    this.#focus(this.querySelector(head) ? head : `[data-row="${key}"] [data-act=${by < 0 ? 'down' : 'up'}]`);
  }

  #focus(selector: string): void {
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

const rowName = ({ field, words }: FieldProps<'repeat'>, index: number): string =>
  `${words.text(field.rowLabel ?? field.label)} ${String(index + 1)}`;
