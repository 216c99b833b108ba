import { loadBeside } from './beside.js';

/** Loads what finds out why a form does not work, from the file beside the classic script. */
export const loadDiagnose = async (): Promise<typeof import('./diagnose/index.js')> =>
  (await loadBeside()).loadDiagnose();
