/** Where the classic script came from; known only while it runs for the first time. */
const base = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** Loads the file beside the classic script, which holds what the script leaves out. */
export const loadBeside = async (): Promise<typeof import('./more-part.js')> => {
  const { href } = new URL('portal-request-form.more.js', base);
  return (await import(/* @vite-ignore */ href)) as typeof import('./more-part.js');
};
