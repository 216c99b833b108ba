/** The sentences about going on with a request on another device. */
export const handoverTexts = {
  nl: {
    'handover.open': 'Ga verder op uw telefoon',
    'handover.how':
      'Scan deze code met de camera van uw telefoon. De foto’s en antwoorden die u daar toevoegt, verschijnen hier vanzelf. Indienen doet u hier.',
    'handover.name': 'QR-code: koppeling naar deze aanvraag, voor uw telefoon',
    'handover.copy': 'Koppeling kopiëren',
    'handover.copied': 'De koppeling is gekopieerd.',
    'handover.select': 'Kopieer de koppeling hieronder.',
    'handover.left': {
      one: 'De code werkt één keer, nog {count} minuut.',
      other: 'De code werkt één keer, nog {count} minuten.',
    },
    'handover.over': 'Deze code is verlopen.',
    'handover.new': 'Nieuwe code',
    'handover.close': 'Sluiten',
    'handover.arrived': 'Om {time} is hier bijgewerkt wat u op uw telefoon deed.',
    'handover.phone':
      'U gaat verder met een aanvraag die op een ander scherm openstaat. Wat u hier toevoegt, verschijnt daar vanzelf. Indienen doet u daar.',
    'handover.moment': 'Een ogenblik: wat u hier deed gaat naar het andere scherm.',
    'handover.there': 'Alles staat op het andere scherm. Controleer de aanvraag daar en dien haar daar in.',
    'handover.ended':
      'Deze aanvraag staat op deze telefoon niet meer open: ze is ingediend, verwijderd of te lang geleden doorgegeven. Ga verder op het andere scherm.',
    'handover.refused':
      'Deze koppeling is al gebruikt, of ouder dan tien minuten. Maak op het andere scherm een nieuwe code.',
  },
  en: {
    'handover.open': 'Continue on your phone',
    'handover.how':
      'Scan this code with the camera of your phone. The photos and answers that you add there appear here by themselves. You send the request here.',
    'handover.name': 'QR code: link to this request, for your phone',
    'handover.copy': 'Copy link',
    'handover.copied': 'The link is copied.',
    'handover.select': 'Copy the link below.',
    'handover.left': {
      one: 'The code works once, for another {count} minute.',
      other: 'The code works once, for another {count} minutes.',
    },
    'handover.over': 'This code has run out.',
    'handover.new': 'New code',
    'handover.close': 'Close',
    'handover.arrived': 'At {time}, what you did on your phone was added here.',
    'handover.phone':
      'You are going on with a request that is open on another screen. What you add here appears there by itself. You send the request there.',
    'handover.moment': 'One moment: what you did here is going to the other screen.',
    'handover.there': 'Everything is on the other screen. Check the request and send it there.',
    'handover.ended':
      'This request is no longer open on this phone: it was sent, deleted, or handed over too long ago. Go on at the other screen.',
    'handover.refused':
      'This link was used already, or is older than ten minutes. Make a new code on the other screen.',
  },
} as const;
