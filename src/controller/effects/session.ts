import { Failure } from '../../api/failure.js';
import type { SignIn } from '../../contract/index.js';
import type { Activity } from '../../state/request-state.js';
import type { Core, Effects } from '../core.js';
import { attempt } from './attempt.js';
import { followKnown } from './known.js';
import { checkConfig, fetchConfig, readPortal } from './load.js';

/** Loads the rest while the customer signs in, and checks the configuration with it. */
const prepare = async (core: Core, raw: unknown): Promise<void> => {
  const outside = core.outside();
  const config = await checkConfig(core, raw).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'chunk-missing') return undefined; // asked for again when it is needed
    throw error;
  });
  if (!config || core.outside() !== outside) return;
  if (!core.state().customer) await core.send({ type: 'config-checked', config });
  if (!core.state().opened) await (await core.part()).followLink(core); // a link that was followed before the part was there
};

const load = async (core: Core): Promise<void> => {
  const outside = core.outside();
  await attempt(core, 'load', async () => {
    const { loaded, raw, isReload } = await readPortal(core);
    if (core.outside() !== outside) return;
    await core.send({ type: 'loaded', ...loaded });
    const isKnown = loaded.customer !== undefined || loaded.guest;
    if (isKnown) await (await core.part()).open(core, isReload);
    await core.host.rendered();
    core.host.announce('portal-ready', { portal: loaded.config.portal, locale: core.host.locale() });
    if (!isKnown) outside.prepared = attempt(core, 'load', () => prepare(core, raw));
    followKnown(core, raw);
  });
};

const REFUSALS: ReadonlySet<string> = new Set(['invalid-credentials', 'session-expired']);

/** Signs in and fetches what this customer may request; false when the sign-in was refused or needs a code. */
const signIn = async (core: Core, credentials: SignIn): Promise<boolean> => {
  const outside = core.outside();
  try {
    const session = await outside.portal.signIn(credentials);
    if (!session) {
      if (!core.state().expired) outside.sessions.write({ codeSentTo: credentials.email }); // who reads mail may come back to a page that was loaded again
      await core.send({ type: 'code-sent', email: credentials.email });
      return false;
    }
    outside.token = session.token;
    outside.sessions.write({ session });
    await core.send({ type: 'signed-in', customer: session.customer, config: await fetchConfig(core) });
    return true;
  } catch (error) {
    if (!(error instanceof Failure) || !REFUSALS.has(error.code)) throw error;
    await core.send({ type: 'sign-in-refused', code: 'invalid-credentials' });
    return false;
  }
};

/** In place after a session that ended, with what was under way; else on from the sign-in step. */
const goOn = async (core: Core, wasExpired: boolean, resume: boolean): Promise<void> => {
  const { step } = core.state();
  const part = await core.part();
  if (resume) return core.send({ type: 'submit' });
  if (!wasExpired || step === 'sign-in' || step === 'start') return part.enter(core);
  const { left } = core.outside();
  await core.host.focusOn(left ? { pointer: left } : 'heading');
};

/** Lets somebody in; what the host page starts meanwhile waits for it, as only then is it known what this device kept. */
const letIn = (core: Core, during: Activity, work: () => Promise<void>): Promise<void> =>
  (core.outside().entering = attempt(core, during, work));

export const sessionEffects: Effects = {
  load,
  'sign-in': async (core, { credentials }) => {
    const { expired, failure, customer, guest, requestType } = core.state();
    const activity = credentials.method === 'code' && !credentials.code ? 'code' : 'sign-in';
    await letIn(core, activity, async () => {
      if (!(await signIn(core, credentials))) return;
      const now = core.state().customer;
      if (!now) return;
      core.host.announce('portal-signed-in', { customer: now });
      if (guest && requestType) await (await core.part()).forgetGuestDraft(core, requestType);
      await goOn(core, expired, expired && customer?.id === now.id && failure?.during === 'submit');
    });
  },
  'code-forgotten': (core) => {
    if (!core.state().expired) core.outside().sessions.write(undefined);
  },
  reset: async (core, { email }) =>
    attempt(core, 'reset', async () => {
      await core.outside().portal.passwordReset(email);
      await core.send({ type: 'reset-sent', email });
    }),
  'guest-chosen': async (core) => {
    const outside = core.outside();
    outside.sessions.write({ guest: true });
    await letIn(core, 'guest', async () => {
      const part = await core.part();
      await outside.prepared;
      if (core.state().step !== 'error') await part.enter(core);
    });
  },
};
