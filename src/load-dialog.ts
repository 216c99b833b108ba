import type { PagePart } from './controller/page-part.js';

/** Loads what shows a form in a dialog. */
export const loadDialog = (): Promise<PagePart> => import('./dialog/index.js');
