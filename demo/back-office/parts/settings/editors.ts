import { html, nothing, type TemplateResult } from 'lit';
import type { Path } from '../../settings/path.js';
import type { EditorKind, Property } from '../../settings/properties.js';
import type { Editing, Editor } from './editing.js';
import { colourEditor, dayEditor, retentionEditor, timeEditor } from './other-editors.js';
import { listEditor } from './part-list.js';
import { ruleEditor } from './rule-editor.js';
import { jsonEditor, textEditor, wordEditor, wordsEditor } from './text-editors.js';
import {
  choiceEditor,
  choicesEditor,
  guestTypesEditor,
  languagesEditor,
  megabytesEditor,
  numberEditor,
  optionEditor,
  optionListEditor,
  ownLanguageEditor,
  weekdaysEditor,
  wholeNumberEditor,
  yesNoEditor,
} from './value-editors.js';

/** The view of each way to edit. */
const EDITORS: Readonly<Record<EditorKind, Editor>> = {
  text: textEditor,
  'long-text': textEditor,
  word: wordEditor,
  id: wordEditor,
  'yes-no': yesNoEditor,
  'whole-number': wholeNumberEditor,
  number: numberEditor,
  megabytes: megabytesEditor,
  choice: choiceEditor,
  choices: choicesEditor,
  words: wordsEditor,
  languages: languagesEditor,
  'own-language': ownLanguageEditor,
  day: dayEditor,
  time: timeEditor,
  weekdays: weekdaysEditor,
  rule: ruleEditor,
  json: jsonEditor,
  option: optionEditor,
  'option-list': optionListEditor,
  list: (editing, path, property) => listEditor(editing, path, property, propertyForm),
  retention: retentionEditor,
  'guest-types': guestTypesEditor,
  colour: colourEditor,
};

const isNarrow: ReadonlySet<EditorKind> = new Set([
  ...(['yes-no', 'whole-number', 'number', 'megabytes', 'choice', 'time', 'id'] as const),
]);

/** The controls of some properties: what is short stands beside each other, what few need below "more". */
export const propertyForm = (editing: Editing, path: Path, properties: readonly Property[]): TemplateResult => {
  const draw = (property: Property): TemplateResult =>
    html`<div class=${isNarrow.has(property.editor) ? 'property narrow' : 'property'}>
      ${EDITORS[property.editor](editing, [...path, property.key], property)}
    </div>`;
  const rare = properties.filter(({ isRare }) => isRare);
  const pointer = path.map((step) => `/${step}`).join('');
  const hasIssue = editing.issues.some((issue) =>
    rare.some(({ key }) => `${issue.pointer}/`.startsWith(`${pointer}/${key}/`)),
  );
  return html`
    <div class="properties">${properties.filter(({ isRare }) => !isRare).map(draw)}</div>
    ${
      rare.length === 0
        ? nothing
        : html`<details class="rare" ?open=${hasIssue}>
            <summary>${editing.words.say('settings.more')}</summary>
            <div class="properties">${rare.map(draw)}</div>
          </details>`
    }
  `;
};
