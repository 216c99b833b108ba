import type { Actions } from '../controller/actions.js';
import type { FileLimits } from '../controller/pending-files.js';

/** The element around a file control, which takes what is dropped on it. */
interface FileZone extends HTMLElement {
  takeFiles?: (files: readonly File[]) => void;
}

const OVER = 'data-drop';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Hands files to the control around or below an element; whether there was one. */
const give = (zone: Element | null, files: readonly File[]): boolean => {
  const take = (zone as FileZone | null)?.takeFiles;
  take?.(files);
  return take !== undefined;
};

/** A control takes files for its pointer. */
export const taker =
  ({
    actions,
    pointer,
    limits,
  }: {
    readonly actions: Actions;
    readonly pointer: string;
    readonly limits: FileLimits;
  }) =>
  (files: readonly File[]): void =>
    void actions.addFiles(pointer, files, limits);

const isOutside = (zone: Element, to: EventTarget | null): boolean => !(to instanceof Node && zone.contains(to));

/** The zone says that files may be dropped, shows it while they are over it, and takes them. */
export const drop = {
  over: (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    (event.currentTarget as Element).setAttribute(OVER, '');
  },
  leave: (event: DragEvent): void => {
    const zone = event.currentTarget as Element;
    if (isOutside(zone, event.relatedTarget)) zone.removeAttribute(OVER);
  },
  drop: (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const zone = event.currentTarget as Element;
    zone.removeAttribute(OVER);
    give(zone, Array.from(event.dataTransfer?.files ?? []));
  },
};

/** Files that are pasted anywhere on a step go to the control that has the focus, or to the first one; text stays text. */
export const pasteFiles = (event: ClipboardEvent): void => {
  const files = Array.from(event.clipboardData?.files ?? []);
  const target = event.target as Element;
  const typesText =
    target.matches('input:not([type=file]), textarea') && event.clipboardData?.types.includes('text/plain');
  if (files.length === 0 || typesText) return;
  const zone = target.closest('.field')?.querySelector('.files');
  const isTaken = give(zone ?? (event.currentTarget as Element).querySelector('.files'), files);
  if (isTaken) event.preventDefault();
};
