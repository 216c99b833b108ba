import type { ConfigIssue } from './lint-issue.js';

type Params = Readonly<Record<string, string | number>>;
type Sentence = (params: Params) => string;

const say =
  (sentence: string): Sentence =>
  () =>
    sentence;

/** What is wrong and how it is mended, for whoever writes configurations. */
const SENTENCES: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ['required', say('This is missing: add it.')],
  ['type', say('This has the wrong type, or is a property of another kind: see the JSON Schema.')],
  ['option', say('This is none of the values that are allowed here.')],
  ['unknown-key', say('This property is not known: remove it.')],
  ['min', say('This is lower than what is allowed, or there are too few.')],
  ['max', say('This is higher than what is allowed, or there are too many.')],
  ['too-short', say('This is empty or too short.')],
  ['too-long', say('This is too long.')],
  ['id', say('An id begins with a letter or digit and has at most 100 letters, digits, `_` and `-`.')],
  ['field-type', ({ type = '' }) => `There is no field type ${type}: choose one of the contract.`],
  ['date-bound', say('A bound is a day of the calendar such as 2026-12-31, `today` or `today+3d`.')],
  ['time-bound', say('A bound is a time such as 09:00.')],
  ['country', say('A country is an ISO 3166 code of two capitals, such as NL.')],
  ['duplicate-id', ({ id = '' }) => `The id ${id} is used twice: give one of the two another id.`],
  ['rule-operator', ({ operator = '' }) => `Rules have no operator ${operator}: see the list in the contract.`],
  [
    'rule-variable',
    ({ name = '' }) => `A rule names ${name}, which is neither a field nor a checklist item here: mend the name.`,
  ],
  ['rule-shape', say('This is no rule: an operator has to be the only key, with its operands in a list.')],
  ['rule-depth', say('This rule is nested too deeply: split it over several fields.')],
  ['rule-cycle', say('This is visible because of something that depends on it: take one of the rules out.')],
  [
    'pattern-unsupported',
    say('This pattern is not valid, or could take too long: write it without nested repetition.'),
  ],
  ['bounds', say('The lower bound lies above the upper one: nothing would be right.')],
  ['link', say('A link begins with https:// or http://.')],
  ['no-options', say('There is nothing to choose from: add an option.')],
  ['locale', say('This is no language tag, or it is not among the locales of the portal.')],
  ['time-zone', say('This is no time zone: use a name such as Europe/Amsterdam.')],
  ['limit', ({ limit = 'items', max = '' }) => `There are more than ${max} ${limit}: split them.`],
  ['no-fields', say('A row has no fields: add one.')],
  ['required-never-shown', say('This is required, but no answers ever show it: mend the rule, or take it out.')],
  ['never-shown', say('No answers ever show this: mend the rule, or take it out.')],
  ['step-unreachable', say('Nothing on this step is ever shown: mend the rules, or take the step out.')],
  [
    'rule-option',
    ({ name = '', option = '' }) => `The rule compares ${name} with ${option}, which cannot be chosen there.`,
  ],
  ['answer-never', ({ answer = '', kind = '' }) => `An item of the kind ${kind} has no answer ${answer}: take it out.`],
  ['stop-always', say('Every answer stops the customer: let one of them go on.')],
  [
    'many-fields',
    ({ count = '', max = '' }) =>
      `There are ${count} fields on one step; more than ${max} are tiring. Ask less, or split the request type.`,
  ],
  [
    'guest-lookup',
    say('Guests have no list to choose from, so they could not go on: do not require it, or ask guests to sign in.'),
  ],
  ['term-empty', say('There is nothing to read about this term: add a text or a url.')],
  ['term-version', say('The version is blank: give it one, so that a change of the text is noticed.')],
  [
    'missing-translation',
    ({ locale = '' }) => `There is no text in ${locale}: add it, or take ${locale} out of the locales.`,
  ],
  [
    'labels-alike',
    ({ label = '' }) => `"${label}" differs only in case or spaces from another label: tell them apart.`,
  ],
]);

/** What is wrong or doubtful, and how it is mended: an English sentence for whoever writes configurations. */
export const describeIssue = ({ code, params = {} }: ConfigIssue): string =>
  SENTENCES.get(code)?.(params) ?? 'This cannot be published: see the code in the documentation of the rules.';
