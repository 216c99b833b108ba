import type { ConfigIssue } from 'portal-request-form/rules';

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
]);

const sentenceOf = ({ code, params = {} }: ConfigIssue): string =>
  SENTENCES.get(code)?.(params) ?? 'This cannot be published: see the code in the documentation of the rules.';

/** What is wrong with a configuration, where (a JSON pointer into it), and how it is mended. */
export interface ExplainedIssue extends ConfigIssue {
  readonly sentence: string;
}

/** A configuration that must not be published, with what is wrong and where. */
export class ConfigurationError extends Error {
  readonly issues: readonly ExplainedIssue[];

  constructor(found: readonly ConfigIssue[]) {
    const issues = found.map((issue) => ({ ...issue, sentence: sentenceOf(issue) }));
    const lines = issues.map(({ pointer, code, sentence }) => `${pointer || '/'} ${code}: ${sentence}`);
    super(`The configuration cannot be published.\n${lines.join('\n')}`);
    this.name = 'ConfigurationError';
    this.issues = issues;
  }
}
