import {
  submissionSchema,
  type ChecklistAnswer,
  type Issue,
  type PortalConfig,
  type RequestType,
  type Term,
  type TermAnswer,
} from '../contract/index.js';
import { isAnswered, isRecord } from './answered.js';
import { guestFields } from './guest.js';
import { normaliseAnswer } from './normalise.js';
import { planOf } from './order.js';
import { at, issueAt, misfits, toPointer } from './shape.js';
import type { Checking } from './checks.js';
import { answerIssues, checkingAt, type ValidationContext } from './validate-answer.js';
import { itemIssues } from './validate-item.js';
import { isRequired, lookupVisible, visibility, type Visibility } from './visible.js';

/** The parts of a submission, each as far as it has the right shape. */
interface Given {
  readonly answers: ReadonlyMap<string, unknown> | undefined;
  readonly checklist: ReadonlyMap<string, ChecklistAnswer> | undefined;
  readonly terms: ReadonlyMap<string, TermAnswer> | undefined;
  readonly guest: ReadonlyMap<string, unknown> | undefined;
  /** Whether this was refused for its shape, so that no second issue is wanted. */
  isRefused(...path: readonly string[]): boolean;
}

const fieldIssues = (type: RequestType, given: Given, visible: Visibility, checking: Checking): Issue[] => {
  const { answers, checklist } = given;
  if (!answers) return [];
  const { fields } = planOf(type);
  const lookup = lookupVisible(type, visible, answers, checklist);
  const found = [...answers.keys()]
    .filter((id) => (fields.get(id)?.type ?? 'note') === 'note')
    .map((id) => issueAt('unknown-key', 'answers', id));
  for (const field of fields.values()) {
    if (field.type === 'note') continue;
    const answer = answers.get(field.id);
    const pointer = toPointer(['answers', field.id]);
    if (visible.fields.has(field.id)) {
      const own = answerIssues(field, answer, isRequired(field, lookup), { ...checking, lookup });
      for (const one of own) found.push({ ...one, pointer: pointer + one.pointer });
    } else if (isAnswered(normaliseAnswer(field, answer))) found.push({ pointer, code: 'not-visible' });
  }
  return found;
};

const checklistIssues = (type: RequestType, { checklist, isRefused }: Given, visible: Visibility): Issue[] => {
  if (!checklist) return [];
  const { items } = planOf(type);
  const unknown = [...checklist.keys()].filter((id) => !items.has(id));
  return [
    ...unknown.map((id) => issueAt('unknown-key', 'checklist', id)),
    ...type.checklist.flatMap((item) => {
      if (isRefused('checklist', item.id)) return [];
      if (visible.items.has(item.id)) return itemIssues(item, checklist.get(item.id));
      return checklist.has(item.id) ? [issueAt('not-visible', 'checklist', item.id, 'answer')] : [];
    }),
  ];
};

const termIssues = (term: Term, given: TermAnswer | undefined): Issue[] => {
  if (!given?.accepted) return term.required ? [issueAt('required', 'terms', term.id)] : [];
  return given.version === term.version ? [] : [issueAt('terms-outdated', 'terms', term.id)];
};

const termsIssues = (type: RequestType, { terms, isRefused }: Given): Issue[] => {
  if (!terms) return [];
  const known = new Set(type.terms.map(({ id }) => id));
  const unknown = [...terms.keys()].filter((id) => !known.has(id));
  return [
    ...unknown.map((id) => issueAt('unknown-key', 'terms', id)),
    ...type.terms.flatMap((term) => (isRefused('terms', term.id) ? [] : termIssues(term, terms.get(term.id)))),
  ];
};

const guestIssues = ({ guest, isRefused }: Given, signedIn: boolean | undefined, checking: Checking): Issue[] => {
  if (signedIn && guest) return [issueAt('unknown-key', 'guest')];
  if (isRefused('guest') || (!guest && signedIn !== false)) return [];
  return [...guestFields.values()].flatMap((field) => {
    if (isRefused('guest', field.id)) return [];
    const own = answerIssues(field, guest?.get(field.id), field.required === true, checking);
    return own.map((one) => ({ ...one, pointer: `/guest/${field.id}${one.pointer}` }));
  });
};

const partsOf = (submission: unknown, refused: ReadonlySet<string>): Given => {
  const isRefused = (...path: readonly string[]): boolean => refused.has(toPointer(path));
  const part = <T>(name: string): ReadonlyMap<string, T> | undefined => {
    const found = at(submission, [name]);
    return isRecord(found) ? new Map(Object.entries(found) as [string, T][]) : undefined;
  };
  return {
    answers: part('answers'),
    checklist: part('checklist'),
    terms: part('terms'),
    guest: part('guest'),
    isRefused,
  };
};

/**
 * Every issue of a submission for this request type; none means that it is complete. What has the wrong shape is
 * refused for that, and the rest is still checked. Never throws on JSON; an unknown time zone is a RangeError.
 */
export const validateRequest = (
  config: PortalConfig,
  requestType: string,
  submission: unknown,
  context: ValidationContext,
): Issue[] => {
  const shape = misfits(submissionSchema, submission);
  const found = shape.map(({ path, code }) => ({ pointer: toPointer(path), code }));
  const type = config.requestTypes.find(({ id }) => id === requestType);
  const named = at(submission, ['requestType']);
  if (!type || (typeof named === 'string' && named !== requestType))
    found.push(issueAt('unknown-request-type', 'requestType'));
  if (!type) return found;
  const parts = partsOf(submission, new Set(shape.map(({ path }) => toPointer(path.slice(0, 2)))));
  const visible = visibility(type, parts.answers ?? new Map(), parts.checklist);
  const checking = checkingAt(context);
  return [
    ...found,
    ...fieldIssues(type, parts, visible, checking),
    ...checklistIssues(type, parts, visible),
    ...termsIssues(type, parts),
    ...guestIssues(parts, context.signedIn, checking),
  ];
};
