/** A field of the form that every candidate shows, in no library's own words. */
export interface PlainField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'email' | 'tel' | 'url' | 'number' | 'textarea' | 'select' | 'radio' | 'checkbox';
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
}

export interface PlainForm {
  readonly fields: readonly PlainField[];
  /** Questions to be answered with yes or no. */
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly term?: { readonly id: string; readonly label: string };
}

const choices = [
  { id: 'boiler', label: 'Boiler' },
  { id: 'pump', label: 'Heat pump' },
  { id: 'air', label: 'Ventilation' },
];

/** Twelve fields of a fault report; a longer form repeats them. */
const twelve: readonly Omit<PlainField, 'id'>[] = [
  { label: 'Contact on site', kind: 'text' },
  { label: 'E-mail address', kind: 'email' },
  { label: 'Phone number', kind: 'tel' },
  { label: 'Street and house number', kind: 'text' },
  { label: 'City', kind: 'text' },
  { label: 'Installation', kind: 'select', choices },
  { label: 'What is it about?', kind: 'radio', choices },
  { label: 'Age in years', kind: 'number' },
  { label: 'What is wrong?', kind: 'textarea' },
  { label: 'The installation is out of use', kind: 'checkbox' },
  { label: 'Serial number', kind: 'text' },
  { label: 'Web page of the maker', kind: 'url' },
];

const items = [
  'Is the power on?',
  'Is the gas tap open?',
  'Is the water pressure between 1 and 2 bar?',
  'Is there water below the installation?',
  'Do you hear an unusual noise?',
  'Did it work yesterday?',
  'Does the display show a code?',
  'Was work done lately?',
  'Can the engineer park nearby?',
  'Is there a pet in the house?',
];

/** The sizes that are compared; the first has a checklist and terms, as a request has. */
export const SIZES = [12, 100, 500, 1000] as const;
export const FORM_SIZE = SIZES[0];

/** The same form for everybody. All of it is required, so that sending it empty shows an error for each field. */
export const formOf = (size: number): PlainForm => {
  const fields = Array.from({ length: size }, (_none, index) => {
    const field = twelve[index % twelve.length] ?? { label: '', kind: 'text' as const };
    const round = Math.floor(index / twelve.length);
    return { ...field, id: `field${index}`, label: round > 0 ? `${field.label} (${round + 1})` : field.label };
  });
  if (size !== FORM_SIZE) return { fields, items: [] };
  return {
    fields,
    items: items.map((label, index) => ({ id: `item${index}`, label })),
    term: { id: 'terms', label: 'I accept the terms of service' },
  };
};

/** How many controls the fields have, and how many the whole form has with its checklist and terms. */
export const controlsOf = ({ fields, items: questions, term }: PlainForm) => {
  const ofFields = fields.reduce(
    (sum, { kind, choices: some }) => sum + (kind === 'radio' ? (some?.length ?? 0) : 1),
    0,
  );
  return { ofFields, ofAll: ofFields + questions.length * 2 + (term ? 1 : 0) };
};

/** How many answers are missing from an empty form. */
export const missingOf = ({ fields, items: questions, term }: PlainForm) => ({
  ofFields: fields.length,
  ofAll: fields.length + questions.length + (term ? 1 : 0),
});

/** The whole form as one list of fields, for libraries that know no checklist and no terms. */
export const allFields = ({ fields, items: questions, term }: PlainForm): readonly PlainField[] => [
  ...fields,
  ...questions.map(({ id, label }) => ({
    id,
    label,
    kind: 'radio' as const,
    choices: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
  })),
  ...(term ? [{ ...term, kind: 'checkbox' as const }] : []),
];
