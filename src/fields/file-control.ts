import type { Attachment } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { FileLimits } from '../controller/pending-files.js';
import type { Translator } from '../i18n/translate.js';
import type { Upload } from '../state/uploads.js';

/** A control that takes files: for a file field, and for the photos of a checklist item. */
export interface FileControl {
  readonly pointer: string;
  readonly files: readonly Attachment[];
  readonly uploads: readonly Upload[];
  readonly limits: FileLimits;
  readonly isReadOnly: boolean;
  readonly words: Translator;
  readonly actions: Actions;
}
