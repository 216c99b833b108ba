import type { LookupAnswer } from '../contract/index.js';
import { isRecord } from '../rules/index.js';

/**
 * What stands in a lookup: something chosen, which has an `id`, or text that is still being typed. The text is kept
 * with the answers, so that neither a reload nor a step back loses it; without its `id` no side accepts it.
 */
export const chosenOf = (answer: unknown): Partial<LookupAnswer> => {
  if (!isRecord(answer)) return {};
  const { id, label } = answer;
  return {
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    ...(typeof label === 'string' ? { label } : {}),
  };
};
