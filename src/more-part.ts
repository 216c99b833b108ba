import { enMore } from './i18n/en-more.js';
import { nlMore } from './i18n/nl-more.js';
import { createMoreActions } from './controller/effects/earlier.js';
import { createDraftCopies } from './controller/effects/draft-copies.js';
import { goOnHandedOver } from './controller/effects/handover.js';
import { goByAddress } from './controller/effects/opened.js';
import { checkFiles, sendUpload } from './controller/effects/upload-sending.js';
import type { MorePart } from './controller/more-part.js';
import type { Pictures } from './controller/pending-files.js';
import { moreElements, moreFields } from './more/registry.js';
import { moreStyles } from './more/styles.js';

for (const [tag, element] of Object.entries(moreElements)) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** What few requests have, and few customers do. */
export const morePart: MorePart = {
  fields: moreFields,
  texts: { nl: nlMore, en: enMore },
  styles: moreStyles,
  createActions: createMoreActions,
  createCopies: createDraftCopies,
  sendUpload,
  checkFiles,
  goByAddress,
  goOnHandedOver,
};

export { loadLint } from './load-lint.js';

/** For the classic script, which has one file beside it. */
export const loadPictures = (): Promise<Pictures> => import('./more/images/index.js');
export const loadDiagnose = (): Promise<typeof import('./diagnose/index.js')> => import('./diagnose/index.js');
