/** Loads what finds doubts in a configuration, for whoever builds a page. */
export const loadLint = (): Promise<typeof import('./rules/lint-config.js')> => import('./rules/lint-config.js');
