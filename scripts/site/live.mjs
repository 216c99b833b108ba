import { escapeHtml } from './escape.mjs';

/** The place of something live; what it is for readers without scripts is said by the text around it. */
export const liveBlock = (name) => `<div data-live="${escapeHtml(name)}"></div>\n`;

/** An example that can be changed; `names` says what it is an example of. */
export const liveExample = (names, block) =>
  `<div class="example" data-live="example" data-properties="${escapeHtml(names)}">${block}</div>\n`;
