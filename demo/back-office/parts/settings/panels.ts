import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from 'portal-request-form/contract';
import type { SettingsContent } from '../../../office-contract/index.js';
import type { Office } from '../../office.js';
import { addressOf } from '../../route.js';
import { sectionRoute } from '../../sections.js';
import { shapeIssues } from '../../settings/content-shape.js';
import { PORTAL_CARDS } from '../../settings/portal-properties.js';
import { TYPE_PROPERTIES } from '../../settings/properties.js';
import { snippetFor } from '../../settings/snippet.js';
import { issueWords, languagesIn, type Editing } from './editing.js';
import { propertyForm } from './editors.js';
import type { Inspected } from './json-value.js';
import { typeList } from './type-list.js';

/** What is set for the whole portal. */
export const generalPanel = (editing: Editing): TemplateResult => html`
  ${PORTAL_CARDS.map(
    ({ title, groups }) =>
      html`<section class="card" aria-label=${editing.words.say(title)}>
        <h2>${editing.words.say(title)}</h2>
        ${groups.map(({ root, properties }) => propertyForm(editing, root, properties))}
      </section>`,
  )}
`;

/** The request types, or one of them. */
export const typesPanel = (editing: Editing, index: number | undefined): TemplateResult => {
  const type = index === undefined ? undefined : editing.content.config.requestTypes[index];
  if (index === undefined || !type) return typeList(editing);
  const { words } = editing;
  return html`
    <p class="back">
      <a href=${addressOf(sectionRoute('settings', ['types']))}
        >${words.say('back', { list: words.say('settings.types') })}</a
      >
    </p>
    <section class="card" aria-labelledby="type-heading">
      <h2 id="type-heading" dir="auto">${words.text(type.label, languagesIn(editing).locale)}</h2>
      ${propertyForm(editing, ['config', 'requestTypes', index], TYPE_PROPERTIES)}
    </section>
  `;
};

/** Text that was typed as JSON and is not right yet; it stays while other panels are shown. */
export interface KeptText {
  text?: string;
}

/** All of it as JSON. */
export const jsonPanel = (editing: Editing, kept: KeptText): TemplateResult => {
  const { words, content } = editing;
  const remark = ({ pointer, code, params = {} }: Issue) => ({ pointer, text: issueWords(editing, { code, params }) });
  const inspect = (value: unknown): Inspected => {
    const refused = shapeIssues(value);
    const isUsable = refused.length === 0;
    return { isUsable, remarks: (isUsable ? editing.issues : refused).map(remark) };
  };
  return html`
    <section class="card" aria-labelledby="json-heading">
      <h2 id="json-heading">JSON</h2>
      <p class="hint">${words.say('settings.json.hint')}</p>
      <office-json-value
        .words=${words}
        .value=${content}
        .label=${words.say('settings.json')}
        .rows=${30}
        .kept=${kept.text}
        .inspect=${inspect}
        @text-kept=${(event: CustomEvent<KeptText>) => {
          kept.text = event.detail.text;
        }}
        @value-changed=${(event: CustomEvent<{ value: unknown }>) => {
          editing.send({ is: 'replaced', content: event.detail.value as SettingsContent });
        }}
      ></office-json-value>
    </section>
  `;
};

/** What a website needs, with the websites that may have it. */
export const embedPanel = (editing: Editing, office: Office): TemplateResult => {
  const { words, content } = editing;
  const snippet = snippetFor(location.origin, office.portal?.id ?? '');
  const { origins } = content.office;
  return html`
    <section class="card" aria-labelledby="embed-heading">
      <h2 id="embed-heading">${words.say('settings.embed')}</h2>
      <p>${words.say('settings.embed.hint')}</p>
      <pre class="snippet" tabindex="0" aria-label=${words.say('settings.embed.code')}><code>${snippet}</code></pre>
      <office-copy-button .words=${words} .text=${snippet}></office-copy-button>
      <h3>${words.say('settings.origins')}</h3>
      ${
        origins.length === 0
          ? html`<p class="notice notice-error">${words.say('settings.embed.no-origins')}</p>`
          : html`<ul>
              ${origins.map((origin) => html`<li><code>${origin}</code></li>`)}
            </ul>`
      }
      <p><a href=${addressOf(sectionRoute('settings'))}>${words.say('settings.embed.change')}</a></p>
      ${origins.length === 0 ? nothing : html`<p class="hint">${words.say('settings.embed.published')}</p>`}
    </section>
  `;
};
