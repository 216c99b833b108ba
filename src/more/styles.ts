import type { CSSResult } from 'lit';
import { addressStyles } from './address-styles.js';
import { appointmentStyles } from './appointment-styles.js';
import { draftConflictStyles } from './draft-conflict-styles.js';
import { earlierStyles } from './earlier-styles.js';
import { handOverStyles } from './hand-over-styles.js';
import { lookupStyles } from './lookup-styles.js';
import { repeatStyles } from './repeat-styles.js';
import { requestStyles } from './request-styles.js';
import { signatureStyles } from './signature-styles.js';
import { termChangesStyles } from './term-changes-styles.js';

/** The looks of the rarer fields. */
export const moreStyles: readonly CSSResult[] = [
  signatureStyles,
  appointmentStyles,
  addressStyles,
  lookupStyles,
  repeatStyles,
  termChangesStyles,
  earlierStyles,
  draftConflictStyles,
  handOverStyles,
  requestStyles,
];
