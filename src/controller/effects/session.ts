import { Failure } from '../../api/failure.js';
import type { SignIn } from '../../contract/index.js';
import { listSteps } from '../../state/steps.js';
import type { StoredDraft } from '../../state/request-state.js';
import type { Core, Effects } from '../core.js';
import { arrived, firstRequestStep, show } from '../navigation.js';
import { begin, restore } from './draft.js';
import { fetchConfig, findDrafts, ownerOf, readPortal } from './load.js';
import { attempt } from './attempt.js';

/** Signed in or on as a guest: to the start, or at once into the request type that the host page asks for. */
const enter = async (core: Core): Promise<void> => {
  const { deepLink, requestType } = core.state();
  if (deepLink && requestType !== deepLink) await begin(core, deepLink);
  else if (deepLink) await show(core, firstRequestStep(core));
  else await show(core, 'start');
};

const askForRequests = (core: Core): void => {
  if (core.state().customer && !core.state().requests) void core.send({ type: 'requests-wanted' });
};

/** After a load: the draft of this tab goes on where it was; else the first step. */
const open = async (core: Core, drafts: readonly StoredDraft[], isReload: boolean): Promise<void> => {
  await core.send({ type: 'drafts-found', drafts });
  const { deepLink, customer, guest } = core.state();
  const draft = drafts.find((one) => !deepLink || one.requestType === deepLink);
  if (draft && isReload) await restore(core, draft, false);
  else if (deepLink && (customer || guest)) await begin(core, deepLink, false);
  askForRequests(core);
};

const load = async (core: Core): Promise<void> => {
  const outside = core.outside();
  await attempt(core, 'load', async () => {
    const { loaded, drafts, isReload } = await readPortal(core);
    if (core.outside() !== outside) return;
    await core.send({ type: 'loaded', ...loaded });
    await open(core, drafts, isReload);
    await core.host.rendered();
    core.host.announce('portal-ready', { portal: loaded.config.portal, locale: core.host.locale() });
  });
};

const signIn = async (core: Core, credentials: SignIn): Promise<void> => {
  const outside = core.outside();
  const answer = await outside.client.signIn(credentials).catch((error: unknown) => {
    if (!(error instanceof Failure) || !['invalid-credentials', 'session-expired'].includes(error.code)) throw error;
    return error;
  });
  if (answer instanceof Failure) return core.send({ type: 'sign-in-refused', code: 'invalid-credentials' });
  if ('codeSentTo' in answer) return core.send({ type: 'code-sent', email: credentials.email });
  outside.token = answer.token;
  outside.sessions.write({ session: answer });
  const config = await fetchConfig(outside);
  await core.send({ type: 'signed-in', customer: answer.customer, config });
};

/** In place after a session that ended, else on from the sign-in step. */
const goOn = async (core: Core, wasExpired: boolean, resume: boolean): Promise<void> => {
  const { step } = core.state();
  if (resume) return core.send({ type: 'submit' });
  if (wasExpired && step !== 'sign-in') return core.host.focusOn('heading');
  const steps = listSteps(core.state(), core.view().visible);
  if (step === 'sign-in' || !steps.some((one) => one === step)) await enter(core);
};

export const sessionEffects: Effects = {
  load,
  'deep-linked': async (core) => {
    const { step, deepLink } = core.state();
    if (step === 'start' && deepLink) await begin(core, deepLink);
  },
  'sign-in': async (core, { credentials }) => {
    const { expired, failure, customer } = core.state();
    const activity = credentials.method === 'code' && !credentials.code ? 'code' : 'sign-in';
    await attempt(core, activity, () => signIn(core, credentials));
    const now = core.state();
    if (!now.customer || !now.config || now.activity || now.signInRefusal || now.codeSentTo || now.failure) return;
    core.host.announce('portal-signed-in', { customer: now.customer });
    const drafts = await findDrafts(core, now.config, ownerOf(now.customer));
    await core.send({ type: 'drafts-found', drafts });
    const isSame = customer?.id === now.customer.id;
    await goOn(core, expired, expired && isSame && failure?.during === 'submit');
    askForRequests(core);
  },
  reset: async (core, { email }) =>
    attempt(core, 'reset', async () => {
      await core.outside().client.passwordReset(email);
      await core.send({ type: 'reset-sent', email });
    }),
  'guest-chosen': async (core) => {
    const { config } = core.state();
    core.outside().sessions.write({ guest: true });
    if (config) {
      await core.send({ type: 'drafts-found', drafts: await findDrafts(core, config, ownerOf(undefined)) });
    }
    await enter(core);
  },
  'sign-out': async (core) => {
    const outside = core.outside();
    const previous = core.state().step;
    await outside.client.signOut().catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error; // the token dies here in any case
    });
    outside.token = undefined;
    outside.sessions.write(undefined);
    await attempt(core, 'sign-out', async () => {
      await core.send({ type: 'signed-out', config: await fetchConfig(outside) });
    });
    if (core.state().failure) await core.send({ type: 'signed-out' });
    core.host.announce('portal-signed-out', {});
    await arrived(core, previous);
  },
  'requests-wanted': async (core, { cursor }) =>
    attempt(core, 'requests', async () => {
      const list = await core.outside().client.requests(cursor);
      await core.send({ type: 'requests-loaded', list, append: cursor !== undefined });
    }),
};
