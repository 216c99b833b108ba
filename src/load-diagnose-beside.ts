import { loadBeside } from './beside.js';
import type { PagePart } from './controller/page-part.js';

/** Loads what finds out why a form does not work, from the file beside the classic script. */
export const loadDiagnose = async (): Promise<PagePart> => (await loadBeside()).loadDiagnose();
