import { html, type TemplateResult } from 'lit';
import { sectionRoute } from '../../sections.js';
import { addressOf } from '../../route.js';
import type { Editing } from './editing.js';
import { listEditor } from './part-list.js';

/** Every request type, to be opened, ordered, copied and removed. */
export const typeList = (editing: Editing): TemplateResult => html`
  <div class="card">
    ${listEditor(
      editing,
      ['config', 'requestTypes'],
      { key: 'requestTypes', editor: 'list', label: 'settings.types', list: 'request-type' },
      (_, path) => {
        const index = String(path.at(-1));
        return html`<p>
          <a class="button" href=${addressOf(sectionRoute('settings', ['types', index]))}
            >${editing.words.say('settings.edit-type')}</a
          >
        </p>`;
      },
    )}
  </div>
`;
