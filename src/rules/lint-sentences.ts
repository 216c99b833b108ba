import type { Issue } from '../contract/index.js';
import type { PatternRefusal } from './pattern-syntax.js';

type Params = Readonly<Record<string, string | number>>;
/** A sentence; `{name}` is replaced by the parameter of that name. */
type Sentence = string;

/** What the shape of some JSON can lack; the pointer says where. */
const SHAPE = {
  required: 'This is missing: add it.',
  type: 'This is of another type than what belongs here: see docs/configuration.md.',
  option: 'This is none of the values that are allowed here: see docs/configuration.md.',
  min: 'This is lower than what is allowed, or there are too few: make it higher, or add one.',
  max: 'This is higher than what is allowed, or there are too many: make it lower, or take some out.',
  'too-short': 'This is empty: fill it in.',
  'too-long': 'This is too long: shorten it.',
  id: 'An id begins with a letter or digit and has at most 100 letters, digits, “_” and “-”: change it.',
  'field-type': 'There is no field type “{type}”: choose one of docs/configuration.md.',
  'date-bound': 'A bound is a day of the calendar such as 2026-12-31, “today” or “today+3d”: write it like that.',
  'time-bound': 'A bound is a time such as 09:00: write it like that.',
  country: 'A country is an ISO 3166 code of two capitals: write it like NL.',
} satisfies Record<string, Sentence>;

/** What contradicts itself. */
const ERRORS = {
  'duplicate-id': 'The id “{id}” is used twice: give one of the two another id.',
  'rule-operator': 'Rules have no operator “{operator}”: use one of those in docs/rules.md.',
  'rule-variable':
    'A rule names “{name}”, which no rule can read here: use the id of a field, or “checklist.” and that of an item.',
  'rule-shape': 'This is no rule: write one operator as the only key, with as many operands as it takes in a list.',
  'rule-depth': 'This rule is nested more than {max} deep: split it over several fields.',
  'rule-cycle': 'This is shown because of something that is shown because of this: take one of the rules out.',
  'pattern-unsupported': 'This pattern is refused: {reason}',
  bounds: 'The least is more than the most, so that nothing would be right: change one of the two.',
  link: 'This is no link: begin it with https:// or http://.',
  'no-options': 'There is nothing to choose from: add an option, or leave a day over.',
  'no-fields': 'A row has nothing to fill in: add a field.',
  locale:
    'This is no language tag such as nl or en-GB, or not one of the locales of the portal: mend it, or add it there.',
  'time-zone': 'This is no time zone: use a name such as Europe/Amsterdam.',
  limit: 'There are more than {max} {limit}: split them.',
} satisfies Record<string, Sentence>;

/** What works, and is hardly what was meant. */
const WARNINGS = {
  'unknown-key': 'There is no property “{name}” here, so it does nothing: mend its name, or take it out.',
  'required-never-shown': 'This is required, but no answers ever show it: mend the rule, or take the field out.',
  'never-shown': 'No answers ever show this: mend the rule, or take it out.',
  'step-unreachable': 'Nothing on this step is ever shown: mend the rules, or take the step out.',
  'rule-option': 'The rule compares “{name}” with “{option}”, which cannot be chosen there: use one of its options.',
  'answer-never': 'An item of the kind “{kind}” has no answer “{answer}”: take it out, or change the kind.',
  'never-valid': 'No answer can ever be right with this setting: change it, or the settings beside it.',
  'date-past': 'These bounds leave no day from today on: move them.',
  initial: 'The field would not take this initial answer ({reason}): change it, or take it out.',
  autocomplete:
    'Browsers do not know “{token}”: use a token of the HTML attribute autocomplete, such as tel or postal-code.',
  'file-accept': 'No file is of the kind “{accept}”: write an ending such as .pdf, or a type such as image/*.',
  'country-unknown': 'There is no country “{country}”: use a code of ISO 3166, such as NL.',
  'pattern-message': 'Whoever makes a mistake is not told what is asked: say it in patternMessage.',
  'many-fields':
    'There are {count} things to fill in on one step, and more than {max} are tiring: ask less, or split the request type.',
  'guest-lookup':
    'Guests have no list to choose from, so they could not go on: do not require it, or ask guests to sign in.',
  'term-empty': 'This term is required, and there is nothing to read about it: add a text or a url.',
  'term-version': 'The version is blank: give it one, so that a change of the text is noticed.',
  'missing-translation': 'There is no text in {locale}: add it, or take that out of the locales of the portal.',
  untranslated: 'This is the same in every language ({locales}): write an object with a text for each of them.',
  'label-blank': 'Nobody can see what this is, or hear it: give it a label.',
  'labels-alike': 'Another label is the same as “{label}”, but for case and spaces: tell them apart.',
} satisfies Record<string, Sentence>;

/** Why a pattern is refused, and how to write it; the parameter `reason` of `pattern-unsupported`. */
export const REFUSALS = {
  length: 'it has more than 500 characters. Write it shorter, or check less.',
  size: 'its counts multiply to more than 1,000 steps. Use smaller counts, or * and a maxLength.',
  'look-around': 'it looks ahead or back, (?=…) and its kin, which can take very long. Write out what is allowed.',
  'named-group': 'it has a named group. Use ( … ) or (?: … ).',
  'back-reference': 'it repeats what it found before, such as \\1, which can take very long. Write the parts out.',
  'word-boundary': 'it has \\b or \\B. The pattern is compared with the whole answer, so leave them out.',
  syntax: 'it is no regular expression with the flag u. Look for a bracket that is not closed, or a \\ too many.',
} satisfies Record<PatternRefusal, Sentence>;

export type ErrorCode = keyof typeof ERRORS | 'date-bound';
export type WarningCode = keyof typeof WARNINGS;

/** Every sentence by its code, as `docs/configuration.md` lists them. */
export const LINT_SENTENCES = { shape: SHAPE, errors: ERRORS, warnings: WARNINGS } as const;

const sentences: ReadonlyMap<string, Sentence> = new Map(Object.entries({ ...SHAPE, ...ERRORS, ...WARNINGS }));
const refusals: ReadonlyMap<string, Sentence> = new Map(Object.entries(REFUSALS));

const filled = (sentence: Sentence, params: Params): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(params, name)) return whole;
    const value = String(params[name]);
    return name === 'reason' ? (refusals.get(value) ?? value) : value;
  });

/** What is wrong or doubtful, and how it is mended: an English sentence for whoever writes configurations. */
export const describeIssue = ({ code, params = {} }: Pick<Issue, 'code' | 'params'>): string =>
  filled(sentences.get(code) ?? 'This is not right: see {code} in docs/rules.md.', { code, limit: 'parts', ...params });
