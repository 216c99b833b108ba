import type { LitElement } from 'lit';
import type { Language } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';
import type { RequestState } from '../state/request-state.js';
import type { Announce } from './announcements.js';

/** The element, as what lives with the page around it knows it. */
export interface FormOnPage extends LitElement {
  readonly endpoint: string;
  readonly diagnose: boolean;
  readonly messages?: Partial<Messages>;
  appearance?: 'inline' | 'dialog';
}

/** A form on its page, for the parts that few websites ask for. */
export interface OnPage {
  readonly form: FormOnPage;
  readonly announce: Announce;
  state(): RequestState;
  endpoint(): string;
  language(): Language;
  focusHeading(): void;
}

/** A part that is loaded when the website asks for it, and lives with the form from then on. */
export interface PagePart {
  live(page: OnPage): void;
}
