import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { escapeHtml } from './escape.mjs';

const tokens = () => {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return modules[0].declarations[0].cssProperties;
};

/** What a live place has to know of the element. */
const KNOWS = { theming: () => ` data-tokens="${escapeHtml(JSON.stringify(tokens()))}"` };

/** The place of something live; what it shows is told by the text around it, for readers without scripts. */
export const liveBlock = (name) => `<div data-live="${escapeHtml(name)}"${KNOWS[name]?.() ?? ''}></div>\n`;

/** An example that can be changed; `names` says what it is an example of. */
export const liveExample = (names, block) =>
  `<div class="example" data-live="example" data-properties="${escapeHtml(names)}">${block}</div>\n`;
