import { html, type TemplateResult } from 'lit';
import { OfficePage } from '../office.js';
import { addressOf, FIRST_ROUTE } from '../route.js';

/** An address that nothing stands at. */
export class NotFoundPage extends OfficePage {
  protected override get heading(): string {
    return this.office.words.say('not-found');
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
      <h1 tabindex="-1">${words.say('not-found')}</h1>
      <p>${words.say('not-found.text')}</p>
      <p><a href=${addressOf(FIRST_ROUTE)}>${words.say('back', { list: words.say('requests') })}</a></p>
    `;
  }
}
