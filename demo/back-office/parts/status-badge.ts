import { html, type TemplateResult } from 'lit';
import type { RequestStatus } from 'portal-request-form/contract';
import type { Words } from '../words.js';

/** A status as a word; its colour only repeats it. */
export const statusBadge = (words: Words, status: RequestStatus | 'open'): TemplateResult =>
  html`<span class="badge badge-${status}">${words.status(status)}</span>`;

/** A moment, readable by machines too. */
export const moment = (words: Words, at: string): TemplateResult =>
  html`<time datetime=${at}>${words.moment(at)}</time>`;
