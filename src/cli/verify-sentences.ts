import type { Issue } from '../contract/index.js';

const AGAIN = 'Ask for the file as it was saved.';

/** What can be wrong with a receipt file, and what to do about it. */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['digest', `The answers are not those that the receipt was given for: they were changed after that. ${AGAIN}`],
  ['text', `This is not the text of “{term}”, version {version}, that was accepted. ${AGAIN}`],
  ['unsigned-term', `“{term}”, version {version}, is not among the terms that the portal signed. ${AGAIN}`],
  ['lost-term', `“{term}”, version {version}, was accepted, and is missing here. ${AGAIN}`],
  [
    'unsigned',
    'There is no signature: the portal does not sign, or it was taken away. Ask the portal what it has under this reference.',
  ],
  [
    'unknown-key',
    'The portal has no key “{key}”: the receipt is not its own, or the key was taken from its list. Check with the keys of the portal that it was sent to.',
  ],
  [
    'signature',
    `The signature is not one under this receipt: its reference, time, digest, terms or portal were changed, or it was made up. ${AGAIN}`,
  ],
  [
    'other-portal',
    'The portal “{signed}” gave this receipt, and these are the keys of “{portal}”: check with those of “{signed}”.',
  ],
]);

/** Text from a file as a terminal may show it: without what moves the cursor or turns the line around. */
export const printable = (text: string | number): string => String(text).replace(/\p{C}/gu, '\ufffd');

/** What is wrong, in a sentence that says how it is mended. */
export const describeReceiptIssue = ({ code, params = {} }: Issue): string =>
  (SENTENCES.get(code) ?? code).replace(/\{(\w+)\}/g, (_all, name: string) => printable(params[name] ?? ''));
