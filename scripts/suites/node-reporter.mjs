import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { root } from '../root.mjs';

const isSuite = ({ details }) => details.type === 'suite';
/** A test that failed only because one of its own did. */
const isParent = ({ details }) => details.error?.failureType === 'subtestsFailed';
const reason = ({ details }) => details.error?.cause?.stack ?? details.error?.stack ?? String(details.error);

const placeOf = ({ file, line }) => (file ? `${relative(root, file)}:${line}` : '');
const outcomeOf = ({ skip, todo }) => (skip === undefined && todo === undefined ? 'passed' : 'skipped');
/** Tests that were left out because only some titles were asked for are not worth a line. */
const isLeftOut = ({ skip }) => String(skip).includes('does not match');

/** Keeps the totals and each result, with the titles of the suites around it. */
const createCounts = () => {
  const counts = { passed: 0, failed: 0, skipped: 0, results: [] };
  const path = [];
  return {
    counts,
    begin: ({ name, nesting }) => path.splice(nesting, Infinity, name),
    keep: ({ name, file = '', nesting }, outcome) => {
      counts[outcome] += 1;
      counts.results.push({ file: relative(root, file), titles: [...path.slice(0, nesting), name], outcome });
    },
  };
};

/** Prints what failed and what was printed, keeps the totals and each result in the file named by COUNTS_FILE. */
export default async function* report(source) {
  const { counts, begin, keep } = createCounts();
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:start') begin(data);
    if (type === 'test:pass' && !isSuite(data) && !isLeftOut(data)) {
      keep(data, outcomeOf(data));
      if (outcomeOf(data) === 'skipped') yield `skipped: ${data.name} ${data.skip || ''}\n`;
    }
    if (type === 'test:fail' && !isParent(data)) {
      keep(data, 'failed');

      yield `\nfailed: ${data.name} (${placeOf(data)})\n${reason(data).replace(/^/gm, '    ')}\n`;
    }
  }
  await writeFile(process.env.COUNTS_FILE, JSON.stringify(counts));
}
