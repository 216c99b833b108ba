/** Where the classic script came from; known only while it runs for the first time. */
const base = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** The address of a file beside the classic script. */
export const besideScript = (name: string): string => new URL(`portal-request-form.${name}.js`, base).href;

/** Loads the file beside the classic script, which holds what the script leaves out. */
export const loadBeside = async (): Promise<typeof import('./more-part.js')> =>
  (await import(/* @vite-ignore */ besideScript('more'))) as typeof import('./more-part.js');
