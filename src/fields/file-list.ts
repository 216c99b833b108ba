import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Attachment } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { FileLimits } from '../controller/effects/upload.js';
import type { Translator } from '../i18n/translate.js';
import { isRefusal, type Upload } from '../state/request-state.js';
import type { ControlAria } from './field-shell.js';

/** A control that takes files: for a file field, and for the photos of a checklist item. */
export interface FileControl {
  readonly pointer: string;
  readonly files: readonly Attachment[];
  readonly uploads: readonly Upload[];
  readonly limits: FileLimits;
  readonly isReadOnly: boolean;
  readonly words: Translator;
  readonly actions: Actions;
}

const focusInput = (event: Event): void => {
  const field = (event.target as HTMLElement).closest('.files');
  field?.querySelector('input')?.focus();
};

const removeButton = (label: string, remove: () => Promise<void>) =>
  html`<button
    type="button"
    class="quiet"
    aria-label=${label}
    @click=${(event: Event) => {
      focusInput(event);
      void remove();
    }}
  >
    <span aria-hidden="true">✕</span>
  </button>`;

const fileRow = ({ pointer, words, actions, isReadOnly }: FileControl, file: Attachment) =>
  html`<li class="file">
    <span class="file-name">${file.name}</span> <span class="file-size">${words.bytes(file.size)}</span>
    ${
      isReadOnly
        ? nothing
        : removeButton(words.message('file.remove', { name: file.name }), () => actions.removeFile(pointer, file.id))
    }
  </li>`;

const progress = ({ words }: FileControl, { name, sent, size }: Upload) => {
  const percent = size > 0 ? Math.floor((sent / size) * 100) : 0;
  const label = words.message('file.progress', { name, percent });
  return html`<progress max="100" .value=${percent} aria-label=${label}></progress>`;
};

const uploadFailure = ({ words, limits }: FileControl, { name, failure = '' }: Upload) => {
  const params = { max: failure === 'too-many' ? (limits.maxFiles ?? 0) : words.bytes(limits.maxBytes ?? 0) };
  const reason =
    words.find(`issue.${failure}`, params) ?? words.find(`failure.${failure}.load`) ?? words.find(`failure.${failure}`);
  return html`<span class="error" role="alert">${words.message('file.failed', { name })} ${reason}</span>`;
};

const retryButton = ({ words, actions }: FileControl, { id, name }: Upload) =>
  html`<button
    type="button"
    class="link"
    part="link"
    aria-label=${words.message('file.retry', { name })}
    @click=${() => void actions.retryUpload(id)}
  >
    ${words.message('failure.retry')}
  </button>`;

const uploadRow = (control: FileControl, upload: Upload) =>
  html`<li class="file">
    <span class="file-name">${upload.name}</span> <span class="file-size">${control.words.bytes(upload.size)}</span>
    ${removeButton(control.words.message(upload.failure ? 'file.remove' : 'file.cancel', { name: upload.name }), () =>
      control.actions.removeUpload(upload.id),
    )}
    ${upload.failure ? uploadFailure(control, upload) : progress(control, upload)}
    ${upload.failure && !isRefusal(upload.failure) ? retryButton(control, upload) : nothing}
  </li>`;

const limitsText = ({ limits, words }: FileControl): string => {
  const { maxFiles, maxBytes } = limits;
  return maxFiles !== undefined && maxBytes !== undefined
    ? words.message('file.limits', { count: maxFiles, size: words.bytes(maxBytes) })
    : '';
};

const picker = (control: FileControl, aria: ControlAria) => {
  const { pointer, limits, words, actions } = control;
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = Array.from(input.files ?? []);
    input.value = '';
    void actions.addFiles(pointer, files, limits);
  };
  return html`<label class="button file-picker" part="button"
    ><input
      type="file"
      class="visually-hidden"
      id=${aria.id}
      accept=${limits.accept?.join(',') ?? nothing}
      ?multiple=${limits.maxFiles !== 1}
      aria-labelledby=${`${aria.labelId} ${aria.id}-pick`}
      aria-describedby=${aria.describedBy ?? nothing}
      aria-invalid=${aria.isInvalid ? 'true' : nothing}
      @change=${take}
    /><span id=${`${aria.id}-pick`}>${words.message(limits.maxFiles === 1 ? 'file.add-one' : 'file.add')}</span></label
  >`;
};

/** The picker, the files that the server has, and the ones on their way. */
export const fileControl = (control: FileControl, aria: ControlAria): TemplateResult => {
  const uploads = control.uploads.filter((upload) => upload.pointer === control.pointer);
  const limits = limitsText(control);
  const count = control.files.length;
  return html`<div class="files">
    <p role="status" class="visually-hidden">${count > 0 ? control.words.message('file.count', { count }) : nothing}</p>
    ${control.isReadOnly ? nothing : picker(control, aria)} ${limits ? html`<p class="hint">${limits}</p>` : nothing}
    ${
      control.files.length + uploads.length > 0
        ? html`<ul class="file-list">
            ${control.files.map((file) => fileRow(control, file))}
            ${repeat(
              uploads,
              (upload) => upload.id,
              (upload) => uploadRow(control, upload),
            )}
          </ul>`
        : nothing
    }
  </div>`;
};
