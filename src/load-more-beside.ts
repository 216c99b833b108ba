import { loadBeside } from './beside.js';
import type { MorePart } from './controller/more-part.js';

/** Loads the fields that few requests have, from the file beside the classic script. */
export const loadMore = async (): Promise<MorePart> => (await loadBeside()).morePart;
