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

export const nlMore: MoreMessages = {
  ...signatureTexts.nl,
  ...appointmentTexts.nl,
  ...addressTexts.nl,
  ...lookupTexts.nl,
  ...termTexts.nl,
  ...draftTexts.nl,
  ...handoverTexts.nl,
  ...earlierTexts.nl,
  ...reportedTexts.nl,
  ...requestTexts.nl,
  'repeat.required': 'Voeg er minstens één toe.',
  'repeat.add': '{row} toevoegen',
  'repeat.full': 'Meer dan {max} kan niet.',
  'repeat.up': '{row} omhoog',
  'repeat.down': '{row} omlaag',
  'repeat.remove': '{row} verwijderen',
  'repeat.removed': '{row} is verwijderd.',
  'repeat.undo': 'Ongedaan maken',
};
