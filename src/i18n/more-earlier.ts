/** The sentences about answers that the customer did not have to type: of an earlier request, or of the website. */
export const earlierTexts = {
  nl: {
    'earlier.again': 'Nog eens aanvragen',
    'earlier.again-which': 'Nog eens aanvragen: {reference}',
    'earlier.replace': 'Vervangen door {reference}',
    'earlier.cancel': 'Annuleren',
    'earlier.from': 'uit {reference}',
    'earlier.changed': 'gewijzigd',
    'prefill.site': 'ingevuld door deze website',
  },
  en: {
    'earlier.again': 'Request again',
    'earlier.again-which': 'Request again: {reference}',
    'earlier.replace': 'Replace it with {reference}',
    'earlier.cancel': 'Cancel',
    'earlier.from': 'from {reference}',
    'earlier.changed': 'changed',
    'prefill.site': 'filled in by this website',
  },
} as const;
