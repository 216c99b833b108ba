/** Words that an import adds to what the form says itself. */
interface Words {
  readonly yes: string;
  readonly no: string;
  readonly other: string;
  readonly none: string;
  readonly date: string;
  readonly time: string;
  readonly name: string;
  readonly value: string;
  readonly place: string;
  readonly kind: string;
  readonly form: string;
}

const english: Words = {
  yes: 'Yes',
  no: 'No',
  other: 'Other',
  none: 'None',
  date: 'date',
  time: 'time',
  name: 'Name',
  value: 'Value',
  place: 'place',
  kind: 'Kind',
  form: 'Request',
};

const dutch: Words = {
  yes: 'Ja',
  no: 'Nee',
  other: 'Anders',
  none: 'Geen',
  date: 'datum',
  time: 'tijd',
  name: 'Naam',
  value: 'Waarde',
  place: 'plaats',
  kind: 'Soort',
  form: 'Aanvraag',
};

/** The words in a language; English where there are none in it. */
export const wordsIn = (locale: string): Words => (/^nl\b/i.test(locale) ? dutch : english);
