import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as run from '../shared-cases/run.js';

const rows = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../shared-cases/${name}.json`, import.meta.url), 'utf8'));

const suites: Record<string, run.Check[]> = {
  answers: run.answerChecks(rows('answers') as run.AnswerRow[]),
  conditions: run.conditionChecks(rows('conditions') as run.ConditionRow[]),
  configurations: run.configChecks(rows('configs') as run.ConfigRow[]),
  dates: run.dateChecks(rows('dates') as run.DateRow[]),
  normalisation: run.normalisationChecks(rows('normalisation') as run.NormalisationRow[]),
  patterns: run.patternChecks(rows('patterns') as run.PatternRow[]),
  submissions: run.submissionChecks(rows('submissions') as run.SubmissionFile),
};

for (const [name, checks] of Object.entries(suites)) {
  describe(`shared cases: ${name}`, () => {
    for (const check of checks) {
      it(check.name, () => {
        const { found, expected } = check.run();
        assert.deepEqual(found, expected);
      });
    }
  });
}
