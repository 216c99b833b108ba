import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { valueAt, type Path } from '../../settings/path.js';
import type { Property } from '../../settings/properties.js';
import { fallbackFor, languagesOf, textIn, withText } from '../../settings/text-edit.js';
import {
  aroundControl,
  grouped,
  idOf,
  labelled,
  languagesIn,
  set,
  typedAt,
  type Editing,
  type Editor,
} from './editing.js';

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

const change = (editing: Editing, path: Path, property: Property, language: string) => (event: Event) => {
  const text = withText(valueAt(editing.content, path), language, typed(event), languagesIn(editing));
  set(editing, path, text ?? (property.isNeeded ? '' : undefined));
};

const ROWS = 6;

/** The control for one language; what is shown to its readers while it is empty is its placeholder. */
const control = (editing: Editing, path: Path, property: Property, language: string): TemplateResult => {
  const text = valueAt(editing.content, path);
  const languages = languagesIn(editing);
  const { describedBy, isInvalid } = aroundControl(editing, path, property);
  const id = language === languages.locale ? idOf(path) : `${idOf(path)}-${language}`;
  const value = live(textIn(text, language, languages));
  const placeholder = fallbackFor(text, language, languages) || nothing;
  const invalid = isInvalid ? 'true' : nothing;
  return property.editor === 'long-text'
    ? html`<textarea
        id=${id}
        rows=${ROWS}
        lang=${language}
        dir="auto"
        placeholder=${placeholder}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
        @input=${change(editing, path, property, language)}
      ></textarea>`
    : html`<input
        id=${id}
        lang=${language}
        dir="auto"
        autocomplete="off"
        placeholder=${placeholder}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
        @input=${change(editing, path, property, language)}
      />`;
};

/** A text in every language of the portal, beside each other. */
export const textEditor: Editor = (editing, path, property) => {
  const languages = languagesIn(editing);
  const all = languagesOf(languages);
  const id = idOf(path);
  if (all.length === 1)
    return labelled(editing, path, property, () => control(editing, path, property, languages.locale));
  const { words } = editing;
  const { hint, errors } = aroundControl(editing, path, property);
  return html`
    <div class="control" role="group" aria-labelledby="${id}-label">
      <span class="label" id="${id}-label">${words.say(property.label)}</span>
      <div class="languages-beside">
        ${all.map((language) => {
          const of = language === languages.locale ? id : `${id}-${language}`;
          return html`<div>
            <label class="language-label" for=${of}
              ><span class="visually-hidden">${words.say(property.label)},</span> ${words.languageName(language)}</label
            >
            ${control(editing, path, property, language)}
          </div>`;
        })}
      </div>
      ${hint} ${errors}
    </div>
  `;
};

/** One line that is the same in every language. */
export const wordEditor: Editor = (editing, path, property) =>
  labelled(
    editing,
    path,
    property,
    ({ id, by, invalid }) => html`
      <input
        id=${id}
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${by}
        aria-invalid=${invalid}
        .value=${live(typedAt(editing, path))}
        @input=${(event: Event) => {
          set(editing, path, typed(event) || (property.isNeeded ? '' : undefined));
        }}
      />
    `,
  );

/** A list of words, one a line; it is taken over when the field is left, so that a new line can be begun. */
export const wordsEditor: Editor = (editing, path, property) => {
  const value = valueAt(editing.content, path);
  const lines = Array.isArray(value) ? value.map(String) : [];
  const change = (event: Event) => {
    const list = typed(event)
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    set(editing, path, list.length > 0 || property.isNeeded ? list : undefined);
  };
  return labelled(
    editing,
    path,
    property,
    ({ id, by, invalid }) => html`
      <textarea
        id=${id}
        rows=${Math.max(2, lines.length + 1)}
        spellcheck="false"
        aria-describedby=${by}
        aria-invalid=${invalid}
        .value=${lines.join('\n')}
        @change=${change}
      ></textarea>
    `,
  );
};

/** A value that only JSON can say. */
export const jsonEditor: Editor = (editing, path, property) => {
  const value = valueAt(editing.content, path);
  return grouped(
    editing,
    path,
    property,
    html`<office-json-value
      .words=${editing.words}
      .value=${value}
      .label=${editing.words.say(property.label)}
      @value-changed=${(event: CustomEvent<{ value: unknown }>) => {
        set(editing, path, event.detail.value);
      }}
    ></office-json-value>`,
  );
};
