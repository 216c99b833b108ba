import { besideScript } from './beside.js';
import type { PagePart } from './controller/page-part.js';

/** Loads what shows a form in a dialog, from the file beside the classic script. */
export const loadDialog = async (): Promise<PagePart> =>
  (await import(/* @vite-ignore */ besideScript('dialog'))) as PagePart;
