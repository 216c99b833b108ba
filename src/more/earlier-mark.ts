import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { OriginMark } from '../fields/field-shell.js';
import { isAnswered } from '../rules/answered.js';
import { isUnchanged } from '../state/origins.js';

const textOf = ({ origin, field, answer, words, isReview }: OriginMark): string => {
  const { reference } = origin;
  if (!isUnchanged(field, origin, answer)) return reference ? words.message('earlier.changed') : '';
  if (isReview || !isAnswered(origin.answer)) return '';
  return reference ? words.message('earlier.from', { reference }) : words.message('prefill.site');
};

/** Says beside an answer where it came from, as long as the customer did not change it; then that it was changed. */
export class OriginElement extends LitElement {
  @property({ attribute: false }) mark?: OriginMark;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const text = this.mark ? textOf(this.mark) : '';
    return text ? html`<span class="mark">${text}</span>` : nothing;
  }
}
