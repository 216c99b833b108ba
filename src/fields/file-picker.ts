import { html, nothing } from 'lit';
import type { MessageKey } from '../i18n/messages.js';
import type { FileControl } from './file-control.js';
import { taker } from './file-drop.js';
import type { ControlAria } from './field-shell.js';

const takesPhotos = (accept: readonly string[] | undefined): boolean =>
  !accept?.length ||
  accept.some((one) => /^\s*(?:\*\/\*|image\/(?:\*|jpe?g|hei[cf])|\.(?:jpe?g|hei[cf]))\s*$/i.test(one));

/** A desktop that does not know HEIC for pictures would hide them; a phone that does would no longer convert them. */
const shownKinds = (accept: readonly string[], isTouch: boolean): string =>
  [...accept, ...(!isTouch && accept.some((one) => one.trim() === 'image/*') ? ['.heic', '.heif'] : [])].join(',');

interface Way {
  readonly id: string;
  readonly label: MessageKey;
  readonly accept: string | undefined;
  readonly isCamera?: boolean;
}

const input = (control: FileControl, aria: ControlAria, { id, label, accept, isCamera }: Way) => {
  const { limits, words } = control;
  const take = taker(control);
  const change = (event: Event) => {
    const chosen = event.target as HTMLInputElement;
    const files = Array.from(chosen.files ?? []);
    chosen.value = '';
    take(files);
  };
  return html`<label class="button file-picker" part="button"
    ><input
      type="file"
      class="visually-hidden"
      id=${id}
      accept=${accept ?? nothing}
      capture=${isCamera ? 'environment' : nothing}
      ?multiple=${limits.maxFiles !== 1 && !isCamera}
      aria-labelledby=${`${aria.labelId} ${id}-pick`}
      aria-describedby=${aria.describedBy ?? nothing}
      aria-invalid=${aria.isInvalid ? 'true' : nothing}
      @change=${change}
    /><span id=${`${id}-pick`}>${words.message(label)}</span></label
  >`;
};

/** The button that opens the files of the device, and on a touch device one that opens its camera. */
export const picker = (control: FileControl, aria: ControlAria) => {
  const { accept, maxFiles } = control.limits;
  const isTouch = matchMedia('(pointer: coarse)').matches;
  const hasCamera = isTouch && takesPhotos(accept);
  const choose: Way = {
    id: aria.id,
    label: maxFiles === 1 ? 'file.add-one' : 'file.add',
    accept: accept && shownKinds(accept, isTouch),
  };
  const shoot: Way = { id: `${aria.id}-camera`, label: 'file.camera', accept: 'image/*', isCamera: true };
  return html`<div class="file-ways">
    ${input(control, aria, choose)} ${hasCamera ? input(control, aria, shoot) : nothing}
  </div>`;
};
