import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { markdown } from '../fragments/markdown.js';
import type { Translator } from '../i18n/translate.js';
import { lineChanges, type LineChange } from './line-changes.js';

/** The most changed lines that are shown; who wants more reads the text. */
const MOST_SHOWN = 200;

/** Unchanged lines that follow each other are counted, not shown. */
type Shown = LineChange | { readonly kind: 'skipped'; readonly count: number };

const folded = (changes: readonly LineChange[]): Shown[] => {
  const shown: Shown[] = [];
  for (const change of changes) {
    const last = shown.at(-1);
    if (change.kind !== 'same') shown.push(change);
    else if (last?.kind === 'skipped') shown.splice(-1, 1, { kind: 'skipped', count: last.count + 1 });
    else shown.push({ kind: 'skipped', count: 1 });
  }
  return shown;
};

/** What changed in the text of a term since the customer accepted it: `<portal-term-changes>`. */
export class TermChangesElement extends LitElement {
  /** The text that was accepted, and the one that is asked for now: Markdown. */
  @property({ attribute: false }) earlier = '';
  @property({ attribute: false }) present = '';
  @property({ attribute: false }) words?: Translator;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { earlier, present, words } = this;
    const title = words?.message('terms.changes');
    if (!words || !title) return nothing; // another form on the page may have brought the element before the words
    return html`<details class="term-text" open>
      <summary>${title}</summary>
      <div class="markdown changes" tabindex="0" role="region" aria-label=${title}>
        ${guard([earlier, present, words], () => rowsOf(lineChanges(earlier, present), words))}
      </div>
    </details>`;
  }
}

const rowsOf = (changes: readonly LineChange[], words: Translator): TemplateResult[] => {
  const count = changes.filter(({ kind }) => kind !== 'same').length;
  if (count === 0) return [html`<p>${words.message('terms.same')}</p>`];
  const shown = folded(changes);
  const left = count - MOST_SHOWN;
  const rest = left > 0 ? [html`<p class="hint">${words.message('terms.others', { count: left })}</p>`] : [];
  return [...upTo(shown).map((one) => rowOf(one, words)), ...rest];
};

const upTo = (shown: readonly Shown[]): readonly Shown[] => {
  let changed = 0;
  const end = shown.findIndex(({ kind }) => kind !== 'skipped' && (changed += 1) > MOST_SHOWN);
  return end < 0 ? shown : shown.slice(0, end);
};

const rowOf = (change: Shown, words: Translator): TemplateResult => {
  if (change.kind === 'skipped') {
    return html`<p class="hint">${words.message('terms.unchanged', { count: change.count })}</p>`;
  }
  return change.kind === 'removed'
    ? html`<del><span class="visually-hidden">${words.message('terms.removed')}</span>${markdown(change.line)}</del>`
    : html`<ins><span class="visually-hidden">${words.message('terms.added')}</span>${markdown(change.line)}</ins>`;
};

declare global {
  interface HTMLElementTagNameMap {
    'portal-term-changes': TermChangesElement;
  }
}
