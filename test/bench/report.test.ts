import assert from 'node:assert/strict';
import { it } from 'node:test';
import { candidates } from './candidates.js';
import { markdownOf } from './report.js';
import { add, measuredOf, type Values } from './statistics.js';

const runOf = (values: Values) => ({
  ...{ values, failures: [], rounds: 3, sizes: [1000], chromium: '1', isQuick: false },
  titles: new Map(candidates.map(({ name, title }) => [name, title])),
});

it('tells the middle of what was measured, with the least and the most', () => {
  assert.deepEqual(measuredOf([30, 10, 20]), { median: 20, least: 10, most: 30 });
  assert.deepEqual(measuredOf([10, 20]), { median: 15, least: 10, most: 20 });
  assert.equal(measuredOf([]), undefined);
});

it('says of each target whether it is met, as a ratio within the run', () => {
  const values: Values = new Map();
  for (const [name, time] of [
    ['html', 100],
    ['lit', 300],
    ['widget', 270],
  ] as const)
    add(values, 'render.1000', name, time);
  const report = markdownOf(runOf(values));
  assert.match(report, /\| render of 1,000 fields against plain HTML +\| at most 2.5× \| 2.7× \| missed \|/);
  assert.match(report, /\| render of 1,000 fields against Lit by hand +\| at most 1.2× \| 0.9× \| met +\|/);
  assert.doesNotMatch(report, /NaN|undefined|SurveyJS/);
});

it('names what could not be measured', () => {
  const report = markdownOf({ ...runOf(new Map()), failures: ['formio, 12 fields: waited in vain'] });
  assert.match(report, /### Not measured\n\n- formio, 12 fields: waited in vain/);
});
