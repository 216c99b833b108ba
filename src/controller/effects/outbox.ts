import { asFailure, type Failure } from '../../api/failure.js';
import { sendRequest } from '../../api/request-client.js';
import { waitBefore } from '../../api/retry.js';
import type { Http } from '../../api/http.js';
import type { Receipt, Submission } from '../../contract/index.js';
import { refused } from '../../state/draft.js';
import type { StoredDraft } from '../../state/request-state.js';
import type { Core } from '../core.js';
import { draftsOf, onDevice, ownerOf } from './keeping.js';
import { tellTabs } from './tabs.js';

/** What the portal has of a request: its receipt, and which of the versions that were sent arrived. */
export interface Arrival {
  readonly receipt: Receipt;
  readonly submission: Submission;
}

const isOther = (error: unknown): boolean => asFailure(error).code === 'idempotency-mismatch';

/**
 * Sends the last of these versions under one key. Where an earlier one turns out to have arrived, that one is asked for
 * again, which gives its receipt. Rejects with a `Failure`.
 */
export const deliver = async (http: Http, key: string, sent: readonly Submission[]): Promise<Arrival> => {
  let mismatch: unknown;
  for (const submission of [...sent].reverse()) {
    try {
      return { receipt: await sendRequest(http, submission, key), submission };
    } catch (error) {
      if (!isOther(error)) throw error;
      mismatch ??= error;
    }
  }
  throw mismatch;
};

/** Whether the portal may still take it: then it stays in the outbox. */
export const mayArrive = ({ retryable, code }: Failure): boolean => retryable || code === 'session-expired';

const settle = async (core: Core, draft: StoredDraft, receipt?: Receipt): Promise<void> => {
  const { customer, drafts } = core.state();
  if (!drafts.some(({ key }) => key === draft.key)) return; // two runs at once settle it once
  const owner = ownerOf(customer);
  await core.send({ type: 'draft-settled', key: draft.key, receipt });
  await onDevice('the outbox of this device could not be changed', () =>
    receipt ? draftsOf(core).remove(owner, draft) : draftsOf(core).claim(owner, refused(draft)),
  );
  if (!receipt) return;
  tellTabs(core, { kind: 'sent', key: draft.key, receipt });
  core.host.announce('portal-submitted', { receipt });
};

/** Sends what waits on this device, other than the request that is shown; what is refused becomes a draft again. */
export const flushOutbox = async (core: Core): Promise<void> => {
  const outside = core.outside();
  clearTimeout(outside.outboxTimer);
  const { expired, drafts } = core.state();
  const waiting = expired ? [] : drafts.filter(({ isWaiting, sent }) => isWaiting && sent?.length);
  for (const draft of waiting) {
    try {
      const { receipt } = await deliver(outside.http, draft.key, draft.sent ?? []);
      outside.attempts = 0;
      if (core.outside() === outside) await settle(core, draft, receipt);
    } catch (error) {
      if (core.outside() !== outside) return;
      const failure = asFailure(error);
      if (mayArrive(failure)) {
        flushLater(core, failure);
        return;
      }
      await settle(core, draft);
      core.host.announce('portal-error', { code: failure.code, retrying: false });
    }
  }
};

const flushLater = (core: Core, { retryAfter }: Failure): void => {
  const outside = core.outside();
  const seconds = waitBefore(outside.attempts, retryAfter, Math.random());
  outside.attempts += 1;
  outside.outboxTimer = setTimeout(() => void flushOutbox(core), seconds * 1000);
};
