import type { Issue } from '../contract/index.js';
import { stepOf } from '../state/pointers.js';
import { STEPS, type ElementStep, type Step } from '../state/request-state.js';
import type { Core } from './core.js';

const isStep = (step: ElementStep): step is Step => (STEPS as readonly string[]).includes(step);

const tellShown = (core: Core, previous: ElementStep): void => {
  const { step } = core.state();
  const { steps } = core.view();
  const index = steps.findIndex((one) => one === step) + 1;
  core.host.announce('portal-step-changed', { step, previous, index, count: steps.length });
};

/** Shows a step, unless the host page objects; settles when it is shown and its heading has the focus. */
export const show = async (core: Core, step: Step, returnTo?: 'submit'): Promise<boolean> => {
  const previous = core.state().step;
  if (previous === step) return true;
  if (isStep(previous) && !core.host.announce('portal-step-change', { from: previous, to: step })) return false;
  await core.send({ type: 'moved', step, returnTo });
  await core.host.focusOn('heading');
  tellShown(core, previous);
  return true;
};

/** Tells that a step is shown which a transition chose by itself (the confirmation, the way back to the start). */
export const arrived = async (core: Core, previous: ElementStep): Promise<void> => {
  if (core.state().step === previous) return;
  await core.host.focusOn('heading');
  tellShown(core, previous);
};

const tellInvalid = (core: Core, issues: readonly Issue[]): void => {
  const errors = issues.map(({ pointer, code }) => ({ pointer, code }));
  core.host.announce('portal-invalid', { step: core.state().step, errors });
};

/** Refuses to go on from a step: everything that is missing is listed, and the list has the focus. */
export const refuse = async (core: Core, step: Step, issues: readonly Issue[]): Promise<void> => {
  await core.send({ type: 'refused', step });
  tellInvalid(core, issues);
  await core.host.focusOn('summary');
};

const issuesOn = (core: Core, step: Step): Issue[] =>
  core.view().issues.filter((issue) => stepOf(issue.pointer) === step);

/** The first step from `start` up to but not including `end` that still has issues. */
const firstIncomplete = (core: Core, steps: readonly Step[]): Step | undefined =>
  steps.find((step) => issuesOn(core, step).length > 0);

const position = (core: Core): { steps: readonly Step[]; index: number } => {
  const { steps } = core.view();
  return { steps, index: steps.findIndex((step) => step === core.state().step) };
};

/** Goes to the next step, or back to the review when the customer came from there. */
export const next = async (core: Core): Promise<void> => {
  const { step, returnTo, expired } = core.state();
  if (!isStep(step) || expired || step === 'sign-in' || step === 'start') return;
  const issues = issuesOn(core, step);
  if (issues.length > 0) return refuse(core, step, issues);
  const { steps, index } = position(core);
  const following = steps[index + 1];
  if (!following || following === 'confirmation') return;
  await show(core, returnTo && !firstIncomplete(core, steps.slice(0, -2)) ? returnTo : following);
};

export const back = async (core: Core): Promise<void> => {
  const { steps, index } = position(core);
  const previous = steps[index - 1];
  const leavesRequest = previous === 'sign-in' && core.state().customer !== undefined;
  if (previous && !leavesRequest && core.state().step !== 'confirmation') await show(core, previous);
};

/** Goes to any earlier step, and to a later one as far as nothing is missing on the way. */
export const goTo = async (core: Core, step: Step, returnTo?: 'submit'): Promise<void> => {
  const { steps, index } = position(core);
  const target = steps.indexOf(step);
  const { receipt, requestType, customer } = core.state();
  const isClosed = receipt !== undefined || step === 'confirmation' || (step === 'sign-in' && customer !== undefined);
  const needsRequest = !requestType && target > steps.indexOf('start');
  if (target < 0 || isClosed || needsRequest) return;
  const blocked = target > index ? firstIncomplete(core, steps.slice(0, target)) : undefined;
  if (!blocked) return void (await show(core, step, returnTo));
  await show(core, blocked);
  await refuse(core, blocked, issuesOn(core, blocked));
};

/** The first step of a request that was just started. */
export const firstRequestStep = (core: Core): Step =>
  core.view().steps.find((step) => step !== 'sign-in' && step !== 'start') ?? 'submit';
