import type { PagePart } from './controller/page-part.js';

/** Loads what finds out why a form does not work. */
export const loadDiagnose = (): Promise<PagePart> => import('./diagnose/index.js');
