/** The sentences about what changed in the text of a term. */
export const termTexts = {
  nl: {
    'terms.changes': 'Wat er is gewijzigd',
    'terms.removed': 'Vervallen: ',
    'terms.added': 'Nieuw: ',
    'terms.same': 'De tekst zelf is niet gewijzigd.',
    'terms.unchanged': { one: '{count} regel is niet gewijzigd', other: '{count} regels zijn niet gewijzigd' },
    'terms.others': {
      one: 'Er is nog {count} regel gewijzigd. Lees daarvoor de hele tekst.',
      other: 'Er zijn nog {count} regels gewijzigd. Lees daarvoor de hele tekst.',
    },
  },
  en: {
    'terms.changes': 'What has changed',
    'terms.removed': 'Removed: ',
    'terms.added': 'New: ',
    'terms.same': 'The text itself did not change.',
    'terms.unchanged': { one: '{count} line did not change', other: '{count} lines did not change' },
    'terms.others': {
      one: '{count} more line was changed. Read the whole text for that.',
      other: '{count} more lines were changed. Read the whole text for those.',
    },
  },
} as const;
