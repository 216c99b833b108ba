import { asFailure, type Failure } from '../../api/failure.js';
import { sendRequest } from '../../api/request-client.js';
import type { Submission } from '../../contract/index.js';
import { normaliseSubmission } from '../../rules/index.js';
import { stepOf } from '../../state/pointers.js';
import { rememberTerms, toSubmission } from '../../state/submission.js';
import type { Core, Effects } from '../core.js';
import { arrived, refuse, show } from '../navigation.js';
import { fetchConfig } from './load.js';
import { filesAreSent, isSendingFiles } from './upload-wait.js';

/** The submission of the moment, in the form in which it is sent and stored. */
const currentSubmission = (core: Core): Submission | undefined => {
  const state = core.state();
  const { type, visible } = core.view();
  if (!state.config || !type) return undefined;
  return normaliseSubmission(state.config, toSubmission(state, type, visible, core.host.locale()));
};

const showRejection = async (core: Core, failure: Failure): Promise<void> => {
  await core.send({ type: 'rejected', issues: failure.issues });
  const [first] = failure.issues;
  const steps = core.view().steps.filter((step) => failure.issues.some((issue) => stepOf(issue.pointer) === step));
  const step = steps[0] ?? (first ? stepOf(first.pointer) : 'submit');
  await show(core, step);
  await refuse(core, step, failure.issues);
};

/** The settings changed while the customer was busy: fetch them, keep every answer, say so. */
const refresh = async (core: Core, failure: Failure): Promise<void> => {
  const previous = core.state().step;
  await core.send({ type: 'config-changed', config: await fetchConfig(core) });
  await arrived(core, previous);
  const issues = core.view().issues;
  const step = core.view().steps.find((one) => issues.some((issue) => stepOf(issue.pointer) === one));
  if (step) await show(core, step);
  await core.fail(failure, 'refresh');
};

/** What each failure of a submission leads to; all others stay on the screen, and are tried again where that can help. */
const answerTo = async (core: Core, failure: Failure): Promise<void> => {
  if (failure.code === 'configuration-changed') return refresh(core, failure);
  if (failure.code === 'invalid-request' && failure.issues.length > 0) return showRejection(core, failure);
  await core.fail(failure, 'submit');
};

const settle = async (core: Core, error: unknown): Promise<void> => {
  try {
    await answerTo(core, asFailure(error));
  } catch (second) {
    await core.fail(asFailure(second), 'submit');
  }
};

/** The next request of this visit asks only what the portal would ask. */
const remember = async (core: Core, at: string): Promise<void> => {
  const { config, customer } = core.state();
  const { type } = core.view();
  if (!config?.portal.remember || !customer || !type) return;
  await core.send({ type: 'config-checked', config: rememberTerms(core.state(), config, type, at) });
};

const send = async (core: Core): Promise<void> => {
  const { key, step } = core.state();
  const submission = currentSubmission(core);
  if (!submission || !key) return;
  const outside = core.outside();
  try {
    const receipt = await sendRequest(outside.http, submission, key);
    outside.attempts = 0;
    await remember(core, receipt.submittedAt);
    await core.send({ type: 'submitted', receipt });
    core.host.announce('portal-submitted', { receipt });
    await arrived(core, step);
  } catch (error) {
    await settle(core, error);
  }
};

/** Waits for files on their way, asks the host page, then sends; once, however often it is asked. */
export const submit = async (core: Core): Promise<void> => {
  const { activity, receipt, expired, step, awaitsFiles } = core.state();
  if (activity === 'submit' || awaitsFiles || receipt || expired || step !== 'submit') return;
  const { issues } = core.view();
  if (issues.length > 0) return refuse(core, 'submit', issues);
  if (isSendingFiles(core)) return (await filesAreSent(core)) ? submit(core) : undefined;
  const submission = currentSubmission(core);
  if (submission && core.host.announce('portal-submit', { submission })) await core.send({ type: 'submit' });
};

const again = (core: Core): void => {
  if (core.state().failure?.during === 'submit') void core.send({ type: 'retry' });
};

export const submitEffects: Effects = {
  submit: send,
  failed: (core, { failure }) => {
    const outside = core.outside();
    clearTimeout(outside.retryTimer);
    if (failure.during !== 'submit' || failure.retryAfter === undefined) return;
    outside.attempts += 1;
    outside.retryTimer = setTimeout(() => {
      again(core);
    }, failure.retryAfter * 1000);
  },
};
