import { html, type TemplateResult } from 'lit';
import type { OfficeApi } from '../api.js';
import type { RequestsRoute } from '../request-route.js';
import type { Words } from '../words.js';

/** The way to everything that the list shows, with all of its pages, as a file. */
export const exportLinks = (words: Words, api: OfficeApi, route: RequestsRoute): TemplateResult => {
  const link = (format: 'csv' | 'json') =>
    html`<a class="button" download href=${api.exportAddress(route, format, words.language)}
      >${words.say('export')} (${format.toUpperCase()})</a
    >`;
  return html`<div class="export">
    <p class="hint">${words.say('export.hint')}</p>
    <div class="actions">${link('csv')} ${link('json')}</div>
  </div>`;
};
