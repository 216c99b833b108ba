import { asFailure, type Failure } from '../api/failure.js';
import { sendReply } from '../api/earlier-client.js';
import type { Http } from '../api/http.js';
import { createId } from '../api/id.js';
import { waitBefore } from '../api/retry.js';
import type { Submission } from '../contract/index.js';
import { normaliseSubmission } from '../rules/index.js';
import { onOnePage, replyState, replyView, type AskedRequest } from '../state/reply.js';
import type { EventName, EventOf } from '../state/request-events.js';
import type { RequestState } from '../state/request-state.js';
import { toSubmission } from '../state/submission.js';
import type { View } from '../state/view.js';
import { createActions, type Actions } from './actions.js';
import type { Announce } from './announcements.js';
import type { Core, FocusTarget, Outside, RequestHost } from './core.js';
import { draftEffects } from './effects/draft.js';
import { draftsOf, keep, keepsNothing, onDevice, ownerOf, visitOf } from './effects/keeping.js';
import { mayArrive } from './effects/outbox.js';
import { uploadEffects } from './effects/upload.js';
import { filesAreSent, isSendingFiles } from './effects/upload-wait.js';
import { refuse } from './navigation.js';
import type { RequestPart } from './request-part.js';
import { replyDrafts } from './reply-drafts.js';

/** The answers to what the office asks back, while they are given. */
export interface ReplyForm {
  readonly actions: Actions;
  state(): RequestState;
  view(): View;
  /** The view of the whole request: rules see all of its answers. */
  whole(): View;
  send(): Promise<void>;
  /** There is a connection again. */
  online(): void;
  /** Keeps what was typed and lets go of timers. */
  close(): void;
}

/** What a reply needs of the element that shows it. */
export interface ReplyHost {
  readonly request: AskedRequest;
  /** Calls with the right to answer: that of the customer, or of the link. */
  readonly http: Http;
  readonly byLink: boolean;
  changed(): void;
  focusOn(target: FocusTarget): Promise<void>;
  /** It was answered already, or is not asked any more. */
  gone(): void;
  /** The portal has the reply. */
  done(): void;
}

/** The host page hears of a reply what it hears of a request, but never that a request was sent or a step was shown. */
const announcing =
  (announce: Announce): Announce =>
  (name, detail) =>
    /answer-changed|draft|invalid|error|replied/.test(name) ? announce(name, detail) : true;

const isOver = ({ code, issues }: Failure, byLink: boolean): boolean =>
  code === 'not-found' ||
  (code === 'invalid-request' && issues.length === 0) ||
  (byLink && (code === 'session-expired' || code === 'forbidden'));

const outsideOf = (parent: Core, { request, http }: ReplyHost): Outside => ({
  ...parent.outside(),
  http,
  drafts: replyDrafts(draftsOf(parent), request.asked.id, request.definition.id),
  visit: createId(),
  tabs: undefined,
  uploads: new Map(),
  files: new Map(),
  sending: new Map(),
  thumbnails: new Map(),
  keepTimer: undefined,
  writing: undefined,
  retryTimer: undefined,
  keepsNoCopies: true,
  attempts: 0,
});

/** Sends every version that may have arrived, the last first: one key stands for one of them. */
const deliver = async (core: Core, { request, http }: ReplyHost, sent: readonly Submission[]) => {
  const { key = '' } = core.state();
  let mismatch: unknown;
  for (const { answers, checklist } of [...sent].reverse()) {
    try {
      return await sendReply(http, request.id, { asked: request.asked.id, answers, checklist }, key);
    } catch (error) {
      if (asFailure(error).code !== 'idempotency-mismatch') throw error;
      mismatch ??= error;
    }
  }
  throw mismatch;
};

const submissionOf = (core: Core): Submission | undefined => {
  const { config } = core.state();
  const { type, visible } = core.view();
  return config && type
    ? normaliseSubmission(config, toSubmission(core.state(), type, visible, core.host.locale()))
    : undefined;
};

const failing = (core: Core, parent: Core, host: ReplyHost, again: () => void) => async (error: unknown) => {
  const failure = asFailure(error);
  const { code, retryable, issues } = failure;
  const outside = core.outside();
  if (!mayArrive(failure)) await core.send({ type: 'held' });
  if (isOver(failure, host.byLink)) {
    host.gone();
    return;
  }
  if (code === 'invalid-request') {
    await core.send({ type: 'rejected', issues });
    return refuse(core, 'submit', issues);
  }
  const retryAfter = retryable ? Math.ceil(waitBefore(outside.attempts, failure.retryAfter, Math.random())) : undefined;
  await core.send({ type: 'failed', failure: { code, during: 'submit', retryable, retryAfter } });
  if (code === 'session-expired') {
    await core.send({ type: 'failure-dismissed' });
    return parent.fail(failure, 'refresh');
  }
  core.host.announce('portal-error', { code, retrying: retryable });
  outside.attempts += 1;
  if (retryable) outside.retryTimer = setTimeout(again, (retryAfter ?? 0) * 1000);
  await core.host.focusOn('failure');
};

const sending = (core: Core, parent: Core, host: ReplyHost) => {
  const send = async (): Promise<void> => {
    const { activity, receipt, awaitsFiles } = core.state();
    if (activity === 'submit' || awaitsFiles || receipt) return;
    const { issues } = core.view();
    if (issues.length > 0) return refuse(core, 'submit', issues);
    if (isSendingFiles(core)) return (await filesAreSent(core)) ? send() : undefined;
    const submission = submissionOf(core);
    if (!submission) return;
    clearTimeout(core.outside().retryTimer);
    await core.send({ type: 'submit' });
    await core.send({ type: 'sending', submission });
    await keep(core);
    try {
      const receipt = await deliver(core, host, core.state().sent);
      await core.send({ type: 'submitted', receipt });
      core.host.announce('portal-replied', { receipt });
      host.done();
    } catch (error) {
      await failed(error);
    }
  };
  const failed = failing(core, parent, host, () => void send());
  return send;
};

/** What was typed before on this device goes on; what was sent and may have arrived is sent again. */
const recall = async (core: Core, send: () => Promise<void>): Promise<void> => {
  if (keepsNothing(core)) return;
  await onDevice('what was answered before could not be read', async () => {
    const [store, owner] = [draftsOf(core), ownerOf(core.state().customer)];
    const [draft] = await store.list(owner);
    if (!draft) return;
    await core.send({ type: 'draft-restored', draft });
    await store.claim(owner, { ...draft, visit: visitOf(core) });
    core.host.announce('portal-draft-restored', { savedAt: draft.savedAt });
  });
  if (core.state().isWaiting) await send();
};

/** Begins, or goes on with, the reply to what is asked back. It is a request of its own on the form's machinery. */
export const openReply = async (parent: Core, part: RequestPart, replyHost: ReplyHost): Promise<ReplyForm> => {
  const { request, byLink } = replyHost;
  const { config, customer, isShared } = parent.state();
  if (!config) throw new Error('A reply needs a portal');
  let state = replyState(request, config, { customer: byLink ? undefined : customer, isShared }, createId());
  const wholeNow = () => part.deriveView(state, new Date());
  let [whole, view] = [wholeNow(), replyView(wholeNow(), state, request)];
  const outside = outsideOf(parent, replyHost);
  const host: RequestHost = {
    ...parent.host,
    announce: announcing(parent.host.announce),
    changed: () => {
      replyHost.changed();
    },
    focusOn: (target) => replyHost.focusOn(target),
  };
  const core: Core = {
    host,
    state: () => state,
    view: () => view,
    outside: () => outside,
    part: () => parent.part(),
    fail: (failure, during) => parent.fail(failure, during),
    send: async <N extends EventName>(event: EventOf<N>) => {
      state = onOnePage(part.reduce(state, event));
      whole = wholeNow();
      view = replyView(whole, state, request);
      host.changed();
      for (const effects of [draftEffects, uploadEffects]) await effects[event.type]?.(core, event);
      if (event.type === 'retry') await send();
    },
  };
  const send = sending(core, parent, replyHost);
  await recall(core, send);
  return {
    actions: { ...createActions(core), submit: send, focusOn: (pointer) => host.focusOn({ pointer }) },
    state: () => state,
    view: () => view,
    whole: () => whole,
    send,
    online: () => {
      if (state.isWaiting && !state.activity) void core.send({ type: 'retry' });
    },
    close: () => {
      clearTimeout(outside.retryTimer);
      if (outside.keepTimer !== undefined) void keep(core);
    },
  };
};
