import { told } from '../fragments/told.js';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { KIND_ANSWERS, type ChecklistItem, type Issue } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import type { Translator } from '../i18n/translate.js';
import type { MessageKey } from '../i18n/messages.js';
import { controlId } from '../state/pointers.js';
import type { ItemEntry } from '../state/request-state.js';
import { asksFor } from '../state/submission.js';
import type { Upload } from '../state/uploads.js';
import {
  errorMessage,
  groupShell,
  hint,
  ariaOf,
  markText,
  singleShell,
  type ControlAria,
  type ShellProps,
} from './field-shell.js';
import { fileControl } from './file-list.js';
import { issueText } from './issue-text.js';

interface ItemProps {
  readonly item: ChecklistItem;
  readonly entry: ItemEntry;
  readonly issues: { readonly answer?: Issue; readonly note?: Issue; readonly photos?: Issue };
  readonly uploads: readonly Upload[];
  readonly words: Translator;
  readonly actions: Actions;
}

/** Where a part of the answer to an item stands. */
export const itemPointer = (item: ChecklistItem, part: 'answer' | 'note' | 'photos'): string =>
  `/checklist/${item.id}/${part}`;

const errorOf = (issue: Issue | undefined, words: Translator, missing: MessageKey) =>
  issue && issueText(issue, words, missing);

const shell = ({ item, issues, words }: ItemProps): ShellProps => ({
  pointer: itemPointer(item, 'answer'),
  label: told(words, item.label),
  help: told(words, item.help),
  error: errorOf(issues.answer, words, item.kind === 'done' ? 'issue.required.check' : 'issue.required.choice'),
  isRequired: item.required,
  mark: item.required ? undefined : words.message('optional'),
});

/** Who hears "Explanation" hears which item it is about. */
const within = ({ item }: ItemProps, aria: ControlAria): ControlAria => ({
  ...aria,
  describedBy: `${controlId(itemPointer(item, 'answer'))}-label ${aria.describedBy ?? ''}`,
});

/** "Done" is ticked; taking the tick away leaves the item open. */
const doneControl = (props: ItemProps): TemplateResult => {
  const { item, entry, actions } = props;
  const around = shell(props);
  const aria = ariaOf(around);
  const tick = (event: Event) =>
    void actions.check(item.id, { answer: (event.target as HTMLInputElement).checked ? 'done' : undefined });
  return html`<div class="field" part="field" data-pointer=${around.pointer} ?data-invalid=${aria.isInvalid}>
    <div class="choice-row">
      <label class="choice" part="choice" id=${aria.labelId}
        ><input
          type="checkbox"
          id=${aria.id}
          .checked=${live(entry.answer === 'done')}
          aria-required=${aria.isRequired ? 'true' : nothing}
          aria-invalid=${aria.isInvalid ? 'true' : nothing}
          aria-describedby=${aria.describedBy ?? nothing}
          @change=${tick}
        /><span>${around.label}</span></label
      >${markText(aria.id, around.mark)}
    </div>
    ${hint(aria.id, around.help)}${errorMessage(aria.id, around.error)}
  </div>`;
};

const answerControl = (props: ItemProps): TemplateResult => {
  const { item, entry, words, actions } = props;
  return groupShell(
    shell(props),
    (aria) =>
      html`<div class="choices inline">
        ${KIND_ANSWERS[item.kind].map(
          (answer, index) =>
            html`<label class="choice" part="choice"
              ><input
                type="radio"
                id=${index === 0 ? aria.id : `${aria.id}-${answer}`}
                name=${aria.id}
                value=${answer}
                .checked=${live(entry.answer === answer)}
                @change=${() => void actions.check(item.id, { answer })}
              /><span>${words.message(`checklist.${answer}`)}</span></label
            >`,
        )}
      </div>`,
    'radiogroup',
  );
};

const noteControl = (props: ItemProps): TemplateResult => {
  const { item, entry, issues, words, actions } = props;
  return singleShell(
    {
      pointer: itemPointer(item, 'note'),
      label: words.message('checklist.note'),
      help: '',
      error: errorOf(issues.note, words, 'issue.required'),
      isRequired: true,
      mark: undefined,
    },
    (aria) =>
      html`<textarea
        part="control"
        class="long"
        rows="2"
        id=${aria.id}
        .value=${live(entry.note ?? '')}
        aria-required="true"
        aria-invalid=${aria.isInvalid ? 'true' : nothing}
        aria-describedby=${within(props, aria).describedBy}
        @input=${(event: Event) => void actions.check(item.id, { note: (event.target as HTMLTextAreaElement).value })}
      ></textarea>`,
  );
};

const PHOTOS = { accept: ['image/*'], maxFiles: 10 };

const photoControl = (props: ItemProps): TemplateResult => {
  const { item, entry, issues, uploads, words, actions } = props;
  const pointer = itemPointer(item, 'photos');
  const around: ShellProps = {
    pointer,
    label: words.message('checklist.photos'),
    help: '',
    error: errorOf(issues.photos, words, 'issue.required.file'),
    isRequired: true,
    mark: undefined,
  };
  return singleShell(around, (aria) =>
    fileControl(
      { pointer, files: entry.photos ?? [], uploads, limits: PHOTOS, isReadOnly: false, words, actions },
      within(props, aria),
    ),
  );
};

const stopMessage = ({ item, entry, words }: ItemProps) =>
  html`<div role="alert" class="stop-region">
    ${
      item.stopWhen !== undefined && entry.answer === item.stopWhen
        ? html`<div class="stop" part="stop">
            <strong>${words.message('checklist.stop')}</strong> ${told(words, item.stopMessage)}
          </div>`
        : nothing
    }
  </div>`;

const itemRow = (props: ItemProps): TemplateResult => {
  const { item, entry } = props;
  return html`<li class="item">
    ${item.kind === 'done' ? doneControl(props) : answerControl(props)}
    ${item.stopWhen === undefined ? nothing : stopMessage(props)}
    ${asksFor(item.noteWhen, entry.answer) ? noteControl(props) : nothing}
    ${asksFor(item.photoWhen, entry.answer) ? photoControl(props) : nothing}
  </li>`;
};

const nothingYet: ItemEntry = {};

const propsOf = ({ state, view, words }: Snapshot, actions: Actions, item: ChecklistItem): ItemProps => ({
  item,
  entry: state.checklist.get(item.id) ?? nothingYet,
  issues: {
    answer: view.shown.get(itemPointer(item, 'answer')),
    note: view.shown.get(itemPointer(item, 'note')),
    photos: view.shown.get(itemPointer(item, 'photos')),
  },
  uploads: state.uploads,
  words,
  actions,
});

const inputsOf = ({ item, entry, issues, uploads, words }: ItemProps): unknown[] => [
  item,
  entry,
  issues.answer?.code,
  issues.note?.code,
  issues.photos?.code,
  item.photoWhen ? uploads : undefined,
  words,
];

/** One item of the checklist; what it shows depends on its props alone. */
export const checklistItem = (snapshot: Snapshot, actions: Actions, item: ChecklistItem): unknown => {
  const props = propsOf(snapshot, actions, item);
  return guard(inputsOf(props), () => itemRow(props));
};
