import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { root } from '../root.mjs';

const isSuite = ({ details }) => details.type === 'suite';
/** A test that failed only because one of its own did. */
const isParent = ({ details }) => details.error?.failureType === 'subtestsFailed';
const reason = ({ details }) => details.error?.cause?.stack ?? details.error?.stack ?? String(details.error);

/** Prints what failed and what was printed, keeps the totals in the file named by COUNTS_FILE. */
export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' && !isSuite(data)) {
      if (data.skip === undefined && data.todo === undefined) counts.passed += 1;
      else {
        counts.skipped += 1;
        yield `skipped: ${data.name} ${data.skip || ''}\n`;
      }
    }
    if (type === 'test:fail' && !isParent(data)) {
      counts.failed += 1;
      const file = data.file ? `${relative(root, data.file)}:${data.line}` : '';
      yield `\nfailed: ${data.name} (${file})\n${reason(data).replace(/^/gm, '    ')}\n`;
    }
  }
  await writeFile(process.env.COUNTS_FILE, JSON.stringify(counts));
}
