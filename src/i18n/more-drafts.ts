/** The sentences about a draft that two devices changed. */
export const draftTexts = {
  nl: {
    'conflict.title':
      'Deze aanvraag is ook op een ander apparaat gewijzigd, het laatst op {time}. Waarmee gaat u verder?',
    'conflict.what': 'Vraag',
    'conflict.here': 'Op dit apparaat',
    'conflict.there': 'Op het andere apparaat',
    'conflict.nothing': 'Niets ingevuld',
    'conflict.take-here': 'Verder met dit apparaat',
    'conflict.take-there': 'Verder met het andere apparaat',
  },
  en: {
    'conflict.title': 'This request was also changed on another device, last on {time}. Which one do you go on with?',
    'conflict.what': 'Question',
    'conflict.here': 'On this device',
    'conflict.there': 'On the other device',
    'conflict.nothing': 'Nothing filled in',
    'conflict.take-here': 'Go on with this device',
    'conflict.take-there': 'Go on with the other device',
  },
} as const;
