import type { Asked, PortalConfig, RequestDetail, RequestType } from '../contract/index.js';
import { isInScope, replyScope, type Visibility } from '../rules/index.js';
import { initialState, type ItemEntry, type RequestState } from './request-state.js';
import { deriveView } from './request-view.js';
import { rowsOf, withKeys } from './rows.js';
import type { View } from './view.js';
import { shownIssues } from './when-to-validate.js';

/** A request of which something is asked back, with its definition. */
export interface AskedRequest extends RequestDetail {
  readonly asked: Asked;
  readonly definition: RequestType;
}

export const isAsked = (request: RequestDetail): request is AskedRequest =>
  request.asked !== undefined && request.definition !== undefined;

interface DefinedRequest extends RequestDetail {
  readonly definition: RequestType;
}

const isDefined = (request: RequestDetail): request is DefinedRequest => request.definition !== undefined;

const answersOf = ({ definition, submission }: DefinedRequest): ReadonlyMap<string, unknown> => {
  const answers = new Map(Object.entries(submission.answers));
  for (const field of definition.sections.flatMap((section) => section.fields))
    if (field.type === 'repeat') answers.set(field.id, withKeys(rowsOf(answers.get(field.id))));
  return answers;
};

/** The state in which a reply begins: the request as it was sent, under the settings of then. */
export const replyState = (
  request: DefinedRequest,
  config: PortalConfig,
  around: Pick<RequestState, 'customer' | 'isShared'>,
  key: string,
): RequestState => ({
  ...initialState,
  ...around,
  step: 'submit',
  guest: around.customer === undefined,
  config: { ...config, version: request.submission.configVersion, requestTypes: [request.definition] },
  requestType: request.definition.id,
  key,
  answers: answersOf(request),
  checklist: new Map<string, ItemEntry>(Object.entries(request.submission.checklist)),
});

/** A reply stands on one page, whatever step an answer would belong to in a request. */
export const onOnePage = (state: RequestState): RequestState => ({
  ...state,
  step: state.receipt ? 'confirmation' : 'submit',
  refused: state.refused.size > 0 ? new Set([...state.refused, 'submit' as const]) : state.refused,
});

/** What follows from the state of a reply: only what may be answered is shown, and held against the rules. */
export const replyView = (whole: View, state: RequestState, { asked, definition, submission }: AskedRequest): View => {
  const scope = replyScope(definition, submission, asked, whole.visible);
  const within = (ids: ReadonlySet<string>, now: ReadonlySet<string>) => new Set([...now].filter((id) => ids.has(id)));
  const visible: Visibility = {
    fields: within(scope.fields, whole.visible.fields),
    items: within(scope.items, whole.visible.items),
  };
  const issues = whole.issues.filter(({ pointer }) => isInScope(scope, pointer));
  return { ...whole, visible, issues, shown: shownIssues(state, issues, definition) };
};

/** A request as it was sent, for reading; nothing where the portal does not say what it was asked with. */
export const sentSnapshot = (
  request: RequestDetail,
  config: PortalConfig,
  now: Date,
): { readonly state: RequestState; readonly view: View } | undefined => {
  if (!isDefined(request)) return undefined;
  const state = replyState(request, config, { customer: undefined, isShared: false }, request.id);
  return { state, view: deriveView(state, now) };
};
