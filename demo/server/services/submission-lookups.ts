import type { Issue, LookupAnswer, RequestType, Submission } from 'portal-request-form/contract';
import type { Transaction } from '../store/store.js';
import { strangers } from './options.js';
import { placedAnswers } from './submission-answers.js';

/** The choices of a validated submission that are none of the customer's own, or not under the label they have. */
export const lookupIssues = async (
  tx: Transaction,
  customerId: string | undefined,
  type: RequestType,
  submission: Submission,
): Promise<Issue[]> => {
  const chosen = placedAnswers(type, submission).flatMap(({ field, answer, pointer }) =>
    field.type === 'lookup' ? [{ pointer, source: field.source, answer: answer as LookupAnswer }] : [],
  );
  const unknown = await strangers(tx, customerId, chosen);
  return unknown.map(({ pointer }) => ({ pointer, code: 'option' }));
};
