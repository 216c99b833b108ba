import type { Issue } from 'portal-request-form/contract';
import { isTextKey } from '../texts/index.js';
import type { Words } from '../words.js';

/** What is wrong and how to mend it; a format has words of its own for each kind. */
export const issueText = (words: Words, { code, params = {}, pointer }: Issue): string => {
  const format = typeof params['format'] === 'string' ? params['format'] : pointer.slice(pointer.lastIndexOf('/') + 1);
  const keys = [`wrong.${code}.${format}`, `wrong.${code}`];
  const key = keys.find(isTextKey) ?? 'failure.refused';
  const shown = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  );
  return words.say(key, Object.fromEntries(shown));
};
