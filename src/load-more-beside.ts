import type { MorePart } from './controller/more-part.js';

/** Where the classic script came from; known only while it runs for the first time. */
const base = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** Loads the fields that few requests have, from the file beside the classic script. */
export const loadMore = async (): Promise<MorePart> => {
  const { href } = new URL('portal-request-form.more.js', base);
  return ((await import(/* @vite-ignore */ href)) as { readonly morePart: MorePart }).morePart;
};
