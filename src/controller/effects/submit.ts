import { asFailure, type Failure } from '../../api/failure.js';
import { keepSent } from '../../api/sent-store.js';
import { createId } from '../../api/id.js';
import type { Submission } from '../../contract/index.js';
import { normaliseSubmission } from '../../rules/index.js';
import { toDraft } from '../../state/draft.js';
import { stepOf } from '../../state/pointers.js';
import { rememberTerms, toSubmission } from '../../state/submission.js';
import type { Core, Effects } from '../core.js';
import { arrived, refuse, show } from '../navigation.js';
import { draftsOf, keep, keepsNothing, onDevice, ownerOf } from './keeping.js';
import { fetchConfig } from './load.js';
import { deliver, mayArrive, type Arrival } from './outbox.js';
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
    const failure = asFailure(error);
    if (!mayArrive(failure)) await core.send({ type: 'held' });
    await answerTo(core, failure);
    await keep(core);
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

/** How long sending waits for this device to keep what is sent, in milliseconds. */
const KEEPING_TIME = 1_000;

/** Puts what is sent into the outbox of this device, so that a crash from here on loses nothing and sends nothing twice. */
const putAside = async (core: Core, submission: Submission): Promise<void> => {
  await core.send({ type: 'sending', submission });
  await Promise.race([keep(core), new Promise((resolve) => setTimeout(resolve, KEEPING_TIME))]);
};

/** Another version arrived than the one that was sent last: that one is shown, and the last stays behind as a draft. */
const keepChanges = async (core: Core, { submission }: Arrival): Promise<void> => {
  const draft = toDraft({ ...core.state(), isWaiting: false, sent: [] }, new Date().toISOString());
  if (!draft) return;
  const kept = { ...draft, key: createId() };
  await core.send({ type: 'earlier-arrived', submission, kept });
  if (keepsNothing(core)) return;
  await onDevice('the changes are not kept', () => draftsOf(core).claim(ownerOf(core.state().customer), kept));
};

/** This tab shows the receipt again after a reload, and the others tell of it; before the draft goes, for a crash. */
const keepReceipt = async (core: Core, { receipt, submission }: Arrival): Promise<void> => {
  const { customer } = core.state();
  const draft = toDraft({ ...core.state(), isWaiting: false, sent: [submission] }, new Date().toISOString());
  if (!draft || keepsNothing(core)) return;
  await onDevice('this tab does not show the receipt again', () => {
    keepSent(core.outside().endpoint, ownerOf(customer), { draft, receipt });
  });
};

const receive = async (core: Core, arrival: Arrival, wanted: Submission): Promise<void> => {
  const { step } = core.state();
  const { receipt } = arrival;
  await remember(core, receipt.submittedAt);
  if (arrival.submission !== wanted) await keepChanges(core, arrival);
  await keepReceipt(core, arrival);
  await core.send({ type: 'submitted', receipt });
  core.host.announce('portal-submitted', { receipt });
  await arrived(core, step);
};

const send = async (core: Core): Promise<void> => {
  const { key } = core.state();
  const submission = currentSubmission(core);
  if (!submission || !key) return;
  const outside = core.outside();
  try {
    await putAside(core, submission);
    const arrival = await deliver(outside.http, key, [...core.state().sent.slice(0, -1), submission]);
    outside.attempts = 0;
    await receive(core, arrival, submission);
  } catch (error) {
    await settle(core, error);
  }
};

/** Waits for files on their way, asks the host page, then sends; once, however often it is asked. */
export const submit = async (core: Core): Promise<void> => {
  const { activity, receipt, expired, step, awaitsFiles, isElsewhere } = core.state();
  if (activity === 'submit' || awaitsFiles || receipt || expired || step !== 'submit' || isElsewhere) return;
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
