import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OfficePage } from '../office.js';
import { addressOf, FIRST_ROUTE } from '../route.js';

/** An address that nothing stands at, or nothing for whoever asks. */
export class NotFoundPage extends OfficePage {
  @property({ attribute: false }) isForbidden = false;

  protected override get heading(): string {
    return this.office.words.say(this.isForbidden ? 'forbidden' : 'not-found');
  }

  protected override get isShown(): boolean {
    return true;
  }

  override reload(): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    return html`
      <h1 tabindex="-1">${this.heading}</h1>
      <p>${words.say(this.isForbidden ? 'forbidden.text' : 'not-found.text')}</p>
      <p><a href=${addressOf(FIRST_ROUTE)}>${words.say('back', { list: words.say('requests') })}</a></p>
    `;
  }
}
