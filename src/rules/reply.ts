import { replySchema, type Issue, type PortalConfig, type RequestType, type Submission } from '../contract/index.js';
import { normaliseSubmission } from './normalise.js';
import { isRecord } from './answered.js';
import { issueAt, misfitIssues } from './shape.js';
import { validateRequest } from './validate.js';
import type { ValidationContext } from './validate-answer.js';
import { visibility, type Visibility } from './visible.js';

type Given = Pick<Submission, 'answers' | 'checklist'>;

/** The ids of what was asked back of a request. */
export interface AskedIds {
  readonly fields: readonly string[];
  readonly items: readonly string[];
}

const visibleIn = (type: RequestType, { answers, checklist }: Given): Visibility =>
  visibility(type, new Map(Object.entries(answers)), new Map(Object.entries(checklist)));

const pick = <T>(record: Readonly<Record<string, T>>, keeps: (id: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => keeps(id)));

/** The answers of a request with those of a reply in the place of what was asked, hidden ones among them. */
const together = (earlier: Given, { fields, items }: AskedIds, reply: Given): Given => ({
  answers: { ...pick(earlier.answers, (id) => !fields.includes(id)), ...reply.answers },
  checklist: { ...pick(earlier.checklist, (id) => !items.includes(id)), ...reply.checklist },
});

/**
 * What a reply may answer: what was asked, and what only its answers bring into sight. `now` is what the whole request
 * shows with them.
 */
export const replyScope = (type: RequestType, earlier: Given, asked: AskedIds, now: Visibility): Visibility => {
  const before = visibleIn(type, earlier);
  const within = (ids: readonly string[], then: ReadonlySet<string>, after: ReadonlySet<string>) =>
    new Set([...ids, ...[...after].filter((id) => !then.has(id))]);
  return {
    fields: within(asked.fields, before.fields, now.fields),
    items: within(asked.items, before.items, now.items),
  };
};

/** Whether what stands at this pointer is within the scope of a reply. */
export const isInScope = ({ fields, items }: Visibility, pointer: string): boolean => {
  const [, part, id = ''] = pointer.split('/');
  return (part === 'answers' && fields.has(id)) || (part === 'checklist' && items.has(id));
};

/** A request as a reply leaves it, and every issue of that reply; none means that it can be stored. */
export interface Amended {
  readonly submission: Submission;
  readonly issues: readonly Issue[];
}

const strangers = ({ answers, checklist }: Given, scope: Visibility): Issue[] => [
  ...Object.keys(answers).flatMap((id) => (scope.fields.has(id) ? [] : [issueAt('unknown-key', 'answers', id)])),
  ...Object.keys(checklist).flatMap((id) => (scope.items.has(id) ? [] : [issueAt('unknown-key', 'checklist', id)])),
];

/** A reply that says nothing is asked for everything. */
const nothingSaid = ({ answers, checklist }: Given, { fields, items }: AskedIds): Issue[] =>
  Object.keys(answers).length + Object.keys(checklist).length > 0
    ? []
    : [
        ...fields.map((id) => issueAt('required', 'answers', id)),
        ...items.map((id) => issueAt('required', 'checklist', id, 'answer')),
      ];

/**
 * Puts a reply into the request that it belongs to. `config` is the configuration that the request was sent under. The
 * reply is held against the rules as they are with all answers, but only for what it may answer; an earlier answer that
 * it hides goes. Never throws on JSON.
 */
export const amendRequest = (
  config: PortalConfig,
  earlier: Submission,
  asked: AskedIds,
  reply: unknown,
  context: ValidationContext,
): Amended => {
  const type = config.requestTypes.find(({ id }) => id === earlier.requestType);
  const misfits = misfitIssues(replySchema, reply);
  if (!type || misfits.length > 0 || !isRecord(reply)) return { submission: earlier, issues: misfits };
  const given = reply as unknown as Given;
  const all = normaliseSubmission(config, { ...earlier, ...together(earlier, asked, given) });
  const now = visibleIn(type, all);
  const scope = replyScope(type, earlier, asked, now);
  const submission: Submission = {
    ...all,
    answers: pick(all.answers, (id) => now.fields.has(id) || Object.hasOwn(given.answers, id)),
    checklist: pick(all.checklist, (id) => now.items.has(id) || Object.hasOwn(given.checklist, id)),
  };
  const found = validateRequest(config, type.id, submission, context);
  const own = found.filter(({ pointer }) => isInScope(scope, pointer));
  const issues = own.length > 0 ? own : nothingSaid(given, asked);
  return { submission, issues: [...strangers(given, scope), ...issues] };
};
