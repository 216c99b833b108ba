import type { Pictures } from './controller/pending-files.js';

/** Loads what works on pictures. */
export const loadPictures = (): Promise<Pictures> => import('./more/images/index.js');
