import type { CSSResult } from 'lit';
import type { Language, MoreMessages } from '../i18n/messages.js';
import type { MoreFields } from './field-types.js';

/** The fields that few requests have, with their sentences and looks: a chunk of its own. */
export interface MorePart {
  readonly fields: MoreFields;
  readonly texts: Readonly<Record<Language, MoreMessages>>;
  readonly styles: readonly CSSResult[];
}
