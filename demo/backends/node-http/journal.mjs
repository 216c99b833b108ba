// What is kept: one line of JSON for each thing that happened, in one file. A line is on the disk before anybody is told.
import { Buffer } from 'node:buffer';
import { open } from 'node:fs/promises';

const nothing = () => Promise.resolve();

/** Reads whole lines; what a crash cut off was never answered, so it is taken away. */
const readLines = async (handle) => {
  const text = await handle.readFile('utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await handle.truncate(Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

/** What happened so far, and how to add to it. Without a file everything is forgotten when the process ends. */
export const openJournal = async (file) => {
  if (!file) return { entries: [], add: nothing, close: nothing };
  const handle = await open(file, 'a+', 0o600);
  const entries = await readLines(handle);
  let last = Promise.resolve();
  return {
    entries,
    add: (entry) => {
      last = last.catch(nothing).then(async () => {
        await handle.appendFile(`${JSON.stringify(entry)}\n`);
        await handle.datasync();
      });
      return last;
    },
    close: () => handle.close(),
  };
};
