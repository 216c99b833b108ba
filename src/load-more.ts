import type { MorePart } from './controller/more-part.js';

/** Loads the fields that few requests have. */
export const loadMore = async (): Promise<MorePart> => (await import('./more-part.js')).morePart;
