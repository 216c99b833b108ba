import type { Issue, RequestType, Submission } from '../contract/index.js';
import { normaliseSubmission, openItems, validateRequest, visibility, type Visibility } from '../rules/index.js';
import { toIndexed } from './rows.js';
import { listSteps } from './steps.js';
import { givenItems, toSubmission } from './submission.js';
import { isLost, isRefusal } from './uploads.js';
import { shownIssues } from './when-to-validate.js';
import type { RequestState } from './request-state.js';
import { viewWithoutRequest, type View } from './view.js';

/** A file that did not arrive keeps the customer from going on without it; a running upload does not. */
const uploadIssues = ({ uploads, answers }: RequestState, type: RequestType, { fields, items }: Visibility): Issue[] =>
  uploads
    .filter((upload) => {
      const id = upload.pointer.split('/')[2] ?? '';
      return isLost(upload) && (fields.has(id) || items.has(id));
    })
    .map(({ pointer }) => ({ pointer: toIndexed(pointer, answers, type), code: 'upload-failed' }));

/** Whether this asks for a file that is on its way, or waits to be sent again. */
const isComing = ({ uploads, answers }: RequestState, type: RequestType, { pointer, code }: Issue): boolean =>
  code === 'required' &&
  uploads.some(({ pointer: keyed, failure }) => {
    const isExpected = !failure || !isRefusal(failure);
    return isExpected && `${toIndexed(keyed, answers, type)}/`.startsWith(`${pointer}/`);
  });

/** The time zone in which "today" is meant: the portal's, else, undefined, that of the device. */
export const timeZoneOf = (state: RequestState): string | undefined => state.config?.portal.timeZone;

const requestIssues = (
  state: RequestState,
  type: RequestType,
  visible: Visibility,
  submission: Submission,
  now: Date,
): Issue[] => {
  const { config, receipt, customer } = state;
  if (!config || receipt) return [];
  const context = { now, timeZone: timeZoneOf(state), signedIn: customer !== undefined };
  const found = validateRequest(config, type.id, submission, context);
  return [...found.filter((issue) => !isComing(state, type, issue)), ...uploadIssues(state, type, visible)];
};

/** Works out what follows from a state at this moment. */
export const deriveView = (state: RequestState, now: Date): View => {
  const { config } = state;
  const type = config?.requestTypes.find((one) => one.id === state.requestType);
  if (!config || !type) return viewWithoutRequest(state);
  const items = givenItems(state);
  const visible = visibility(type, state.answers, items);
  const submission = normaliseSubmission(config, toSubmission(state, type, visible, config.portal.locale));
  const issues = requestIssues(state, type, visible, submission, now);
  const shown = shownIssues(state, issues, type);
  const checklist = {
    count: type.checklist.filter(({ id, required }) => required && visible.items.has(id)).length,
    open: openItems(type, visible, items),
  };
  return { type, visible, submission, issues, shown, checklist, steps: listSteps(state, visible) };
};
