/** Loads what finds out why a form does not work. */
export const loadDiagnose = (): Promise<typeof import('./diagnose/index.js')> => import('./diagnose/index.js');
