import { loadBeside } from './beside.js';

/** Loads what finds doubts in a configuration, from the file beside the classic script. */
export const loadLint = async (): Promise<typeof import('./rules/lint-config.js')> => (await loadBeside()).loadLint();
