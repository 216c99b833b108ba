import type { RequestType, Submission, Text } from 'portal-request-form/contract';
import type { Contact } from '../store/schema.js';

const everyLanguage = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** The words of one answer, whatever it is made of; a file counts with its name. */
const words = (answer: unknown): string[] => {
  if (typeof answer === 'string') return [answer];
  if (typeof answer === 'number') return [String(answer)];
  if (Array.isArray(answer)) return answer.flatMap(words);
  if (typeof answer !== 'object' || answer === null) return [];
  return 'name' in answer && 'size' in answer ? words(answer.name) : Object.values(answer).flatMap(words);
};

/** What a request is found by in the office: reference, customer, request type and everything that was typed. */
export const searchTextOf = (reference: string, contact: Contact, type: RequestType, submission: Submission): string =>
  [
    reference,
    contact.name,
    contact.email,
    contact.phone,
    contact.company,
    ...everyLanguage(type.label),
    ...Object.values(submission.answers).flatMap(words),
    ...Object.values(submission.checklist).map(({ note }) => note),
  ]
    .filter(Boolean)
    .join('\n');
