import { loadBeside } from './beside.js';
import type { Pictures } from './controller/pending-files.js';

/** Loads what works on pictures, from the file beside the classic script. */
export const loadPictures = async (): Promise<Pictures> => (await loadBeside()).loadPictures();
