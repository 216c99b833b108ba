/**
 * What a link to one request adds to the address of a page: it names the portal by the end of its endpoint, so that of
 * several forms on the page only its own opens it.
 */
export const replyFragment = (
  { id, portalId }: { readonly id: string; readonly portalId: string },
  token: string,
): string => `#portal-reply=api/portals/${portalId},${id}.${token}`;
