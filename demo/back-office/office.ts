import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffSession } from '../office-contract/index.js';
import type { OfficeApi } from './api.js';
import type { OfficeEvents } from './events.js';
import type { Router } from './router.js';
import type { Words } from './words.js';

/** What every page is given: the server, the words of the reader, and the way around. */
export interface Office {
  readonly api: OfficeApi;
  readonly words: Words;
  readonly router: Router;
  /** The portal of who is signed in. */
  readonly portal?: StaffSession['portal'];
  /** Who is signed in. */
  readonly staff?: StaffSession['staff'];
  readonly events: OfficeEvents;
}

/** A page of the back office: drawn into the document itself, so that one stylesheet and the printer see all of it. */
export abstract class OfficePage extends LitElement {
  @property({ attribute: false }) office!: Office;

  /** What the browser's tab says, without the name of the office. */
  protected abstract get heading(): string;

  /** Whether the page shows what it is about, or why it cannot. */
  protected abstract get isShown(): boolean;

  /** Asks the server again, as after signing in. */
  abstract reload(): void;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    if (!this.isShown || !this.isConnected || this.closest('[hidden]')) return;
    document.title = `${this.heading} – ${this.office.words.say('office')}`;
    if (this.office.router.takeArrival()) document.querySelector<HTMLElement>('h1')?.focus();
  }
}
