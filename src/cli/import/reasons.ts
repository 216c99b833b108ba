/** Why something was not carried over, and what to do about it. */
export const REASONS = {
  'choices-elsewhere': 'Its choices come from another system: list them as options, or make it a lookup.',
  'no-choices': 'It has no choices of its own: give it options.',
  'unknown-type': 'There is no field of this type: choose another type for the question.',
  'custom-type':
    'This type is not one of the standard ones: it became what its name suggests. See whether that is right.',
  password: 'A request should not ask for a password.',
  calculated: 'It is worked out from other answers, not asked: leave it to the system behind the portal.',
  hidden: 'It is never shown to anyone, so it is not asked.',
  'fixed-value': 'It always has the same value, so it is not asked.',
  program: 'It is a program: say it with a rule, or check it in the system behind the portal.',
  condition:
    'This condition cannot be said with a rule, or was not understood: write it by hand. Until then it always holds.',
  'condition-name':
    'The condition asks for something that is not a question of this form. Until it is mended it always holds.',
  'condition-choice':
    'The condition compares with a choice that the question does not offer. Until it is mended it always holds.',
  'condition-kind':
    'The condition compares an answer in a way its field does not allow. Until it is mended it always holds.',
  'condition-circle': 'The conditions wait for each other. Until that is mended this one always holds.',
  'optional-now': 'It was shown under a condition that is not carried over, so it is not required any more.',
  'condition-of-choice': 'A choice cannot have a condition of its own: it is always offered.',
  logic: 'Actions that change the form while it is filled in are not carried over: use visibleWhen and requiredWhen.',
  'nested-repeat': 'Rows cannot hold rows again: ask it outside of them, or as one text.',
  'form-elsewhere': 'It is in another form, which is not in this file: import that one too.',
  'reference-missing': 'It refers to something that is not in this file: put the referred part in, under "$defs".',
  'reference-circle': 'It refers to itself, so it has no end: decide how often it is asked.',
  'too-deep': 'It nests deeper than questions do: make it flatter.',
  'too-many': 'A form can have 2,000 fields: divide it into several request types.',
  'too-many-choices': 'It has more than 5,000 choices: make it a lookup.',
  'any-value': 'It does not say what the answer looks like: give it a type.',
  'list-as-text': 'A list of texts became one text: say in the help how to separate them.',
  'ranking-as-places': 'Ranking became one question for each place: the same choice can be given twice.',
  'one-is-enough': 'One answer among several lines was enough, which cannot be asked: none of them is required.',
  'default-value': 'The value that it starts with does not fit the field.',
  'default-worked-out': 'The value that it starts with is worked out: use prefill.',
  'check-unknown': 'This check has no counterpart: do it in the system behind the portal.',
  'pattern-unsupported': 'The pattern is not of the kind that is safe to run: see docs/rules.md, and write it anew.',
  bounds: 'The bound is not one, or the least is above the most.',
  presentation: 'It only changes how the question looks or is typed.',
  picture: 'Pictures are not carried over: show them on the page around the form, or link to them.',
  'piped-text': 'The text holds a place for an answer or value, which is shown as it is written.',
  'country-default': 'The form does not say for which countries: it asks for Dutch addresses. Set "countries".',
  'page-order': 'Pages are always shown one after another, in their order.',
  'after-sending': 'What is shown or done after sending is the portal’s own.',
  'read-only-empty': 'It cannot be typed in and starts empty, so nobody could answer it.',
  group: 'It only makes sense with questions that are not carried over.',
  invalid: 'The setting is not one that a portal allows.',
} as const;

export type Reason = keyof typeof REASONS;
