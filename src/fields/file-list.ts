import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Attachment } from '../contract/index.js';
import { shown } from '../fragments/shown.js';
import { isRefusal, type Pace, type Upload } from '../state/uploads.js';
import type { ControlAria } from './field-shell.js';
import type { FileControl } from './file-control.js';
import { drop, taker } from './file-drop.js';
import { picker } from './file-picker.js';
import { limitsText } from './file-words.js';

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

/** Painted, because a strict policy lets no page show pictures by address. */
const paint =
  (picture: ImageBitmap) =>
  (canvas: Element): void => {
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === picture.width) return;
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
  };

const thumbnail = ({ actions }: FileControl, id: string) => {
  const picture = actions.thumbnail(id);
  return picture?.width
    ? html`<canvas class="thumbnail" aria-hidden="true" width="0" ${shown(paint(picture))}></canvas>`
    : nothing;
};

const fileRow = (control: FileControl, { id, name, size }: Attachment) => {
  const { pointer, words, actions, isReadOnly } = control;
  return html`<li class="file">
    ${thumbnail(control, id)}<span class="file-name">${name}</span> <span class="file-size">${words.bytes(size)}</span>
    ${
      isReadOnly ? nothing : removeButton(words.message('file.remove', { name }), () => actions.removeFile(pointer, id))
    }
  </li>`;
};

/** How fast, and how long still; seconds in steps of five, so that it stands still long enough to be read. */
const paceText = ({ words }: FileControl, { rate, left }: Pace): string => {
  const [unit, count] = left < 60 ? ['second', Math.max(5, Math.ceil(left / 5) * 5)] : ['minute', Math.ceil(left / 60)];
  const time = new Intl.NumberFormat(words.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return words.message('file.pace', { speed: words.bytes(rate), time });
};

const progress = (control: FileControl, { name, sent, size, pace }: Upload) => {
  const { words } = control;
  const percent = size > 0 ? Math.floor((sent / size) * 100) : 0;
  const label = words.message('file.progress', { name, percent });
  return html`<progress max="100" .value=${percent} aria-label=${label}></progress>
    ${pace && sent < size ? html`<span class="file-size">${paceText(control, pace)}</span>` : nothing}`;
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
    ${thumbnail(control, upload.id)}<span class="file-name">${upload.name}</span>
    <span class="file-size">${control.words.bytes(upload.size)}</span>
    ${removeButton(control.words.message(upload.failure ? 'file.remove' : 'file.cancel', { name: upload.name }), () =>
      control.actions.removeUpload(upload.id),
    )}
    ${upload.failure ? uploadFailure(control, upload) : progress(control, upload)}
    ${upload.failure && !isRefusal(upload.failure) ? retryButton(control, upload) : nothing}
  </li>`;

const list = (control: FileControl, uploads: readonly Upload[]) => {
  if (control.files.length + uploads.length === 0) return nothing;
  const rows = [...control.files, ...uploads];
  return html`<ul class="file-list">
    ${repeat(
      rows,
      ({ id }) => id,
      (row) => ('pointer' in row ? uploadRow(control, row) : fileRow(control, row)),
    )}
  </ul>`;
};

/** The buttons, the files that the server has, and the ones on their way. */
const content = (control: FileControl, aria: ControlAria) => {
  const { files, limits, words, isReadOnly } = control;
  const uploads = control.uploads.filter((upload) => upload.pointer === control.pointer);
  const text = isReadOnly ? '' : limitsText(limits, words);
  const hintId = `${aria.id}-limits`;
  const described = text ? { ...aria, describedBy: `${aria.describedBy ?? ''} ${hintId}`.trim() } : aria;
  const count = files.length;
  return html`<p role="status" class="visually-hidden">
      ${count > 0 ? words.message('file.count', { count }) : nothing}
    </p>
    ${isReadOnly ? nothing : picker(control, described)}
    ${text ? html`<p class="hint" id=${hintId}>${text}</p>` : nothing} ${list(control, uploads)}`;
};

/** A control that takes files: chosen, dropped on it, or pasted. */
export const fileControl = (control: FileControl, aria: ControlAria): TemplateResult =>
  control.isReadOnly
    ? html`<div>${content(control, aria)}</div>`
    : html`<div
        class="files"
        .takeFiles=${taker(control)}
        @dragenter=${drop.over}
        @dragover=${drop.over}
        @dragleave=${drop.leave}
        @drop=${drop.drop}
      >
        ${content(control, aria)}
      </div>`;
