import type { MoreMessages } from './messages.js';
import { addressTexts } from './more-address.js';
import { appointmentTexts } from './more-appointment.js';
import { draftTexts } from './more-drafts.js';
import { earlierTexts } from './more-earlier.js';
import { handoverTexts } from './more-handover.js';
import { lookupTexts } from './more-lookup.js';
import { reportedTexts } from './more-reported.js';
import { requestTexts } from './more-request.js';
import { signatureTexts } from './more-signature.js';
import { termTexts } from './more-terms.js';

export const enMore: MoreMessages = {
  ...signatureTexts.en,
  ...appointmentTexts.en,
  ...addressTexts.en,
  ...lookupTexts.en,
  ...termTexts.en,
  ...draftTexts.en,
  ...handoverTexts.en,
  ...earlierTexts.en,
  ...reportedTexts.en,
  ...requestTexts.en,
  'repeat.required': 'Add at least one.',
  'repeat.add': 'Add {row}',
  'repeat.full': 'There can be no more than {max}.',
  'repeat.up': 'Move {row} up',
  'repeat.down': 'Move {row} down',
  'repeat.remove': 'Remove {row}',
  'repeat.removed': '{row} was removed.',
  'repeat.undo': 'Undo',
};
