import { expect } from '@open-wc/testing';
import * as run from '../shared-cases/run.js';

const rows = async (name: string): Promise<unknown> => {
  const response = await fetch(new URL(`../shared-cases/${name}.json`, import.meta.url));
  return response.json();
};

const suites: Record<string, run.Check[]> = {
  answers: run.answerChecks((await rows('answers')) as run.AnswerRow[]),
  conditions: run.conditionChecks((await rows('conditions')) as run.ConditionRow[]),
  configurations: run.configChecks((await rows('configs')) as run.ConfigRow[]),
  dates: run.dateChecks((await rows('dates')) as run.DateRow[]),
  normalisation: run.normalisationChecks((await rows('normalisation')) as run.NormalisationRow[]),
  patterns: run.patternChecks((await rows('patterns')) as run.PatternRow[]),
  submissions: run.submissionChecks((await rows('submissions')) as run.SubmissionFile),
};

for (const [name, checks] of Object.entries(suites)) {
  describe(`shared cases: ${name}`, () => {
    for (const check of checks) {
      it(check.name, () => {
        const { found, expected } = check.run();
        expect(found).to.deep.equal(expected);
      });
    }
  });
}
