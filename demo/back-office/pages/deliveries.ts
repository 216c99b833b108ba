import { html, type TemplateResult } from 'lit';
import { OfficePage } from '../office.js';

interface Reloading extends HTMLElement {
  reload(): void;
}

/** What leaves the server: where events go, what was sent, and which answers fill which field of a work order. */
export class DeliveriesPage extends OfficePage {
  protected override get heading(): string {
    return this.office.words.say('deliveries');
  }

  protected override get isShown(): boolean {
    return true;
  }

  override reload(): void {
    for (const part of this.querySelectorAll<Reloading>('[data-part]')) part.reload();
  }

  protected override render(): TemplateResult {
    const { office } = this;
    return html`
      <h1 tabindex="-1">${this.heading}</h1>
      <office-webhooks data-part .office=${office} @tested=${this.#reloadList}></office-webhooks>
      <office-delivery-list data-part .office=${office}></office-delivery-list>
      <office-work-order-mapping data-part .office=${office}></office-work-order-mapping>
    `;
  }

  readonly #reloadList = (): void => {
    this.querySelector<Reloading>('office-delivery-list')?.reload();
  };
}
