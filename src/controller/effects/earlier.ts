import { fetchOpen, fetchRequest, sendMessage } from '../../api/earlier-client.js';
import { createId } from '../../api/id.js';
import type { RequestStatus, RequestSummary, RequestType } from '../../contract/index.js';
import { fromAddress } from '../../state/page-address.js';
import { takenOver } from '../../state/earlier.js';
import { timeZoneOf } from '../../state/request-view.js';
import type { Core } from '../core.js';
import type { MoreActions } from '../more-part.js';
import { arrived } from '../navigation.js';
import { createDraftCopies } from './draft-copies.js';
import { handOver, handoverLink } from './handover.js';
import { here } from './here.js';
import { openedActions } from './opened.js';
import { saveReceipt } from './receipt-file.js';

const again = async (core: Core, { id }: RequestSummary): Promise<void> => {
  const outside = core.outside();
  const { customer } = core.state();
  const { reference, submission, requestType } = await fetchRequest(outside.http, id);
  const now = core.state();
  const type = now.config?.requestTypes.find((one) => one.id === requestType);
  const isStillWanted = core.outside() === outside && now.step === 'start' && now.customer?.id === customer?.id;
  if (!type || !isStillWanted) return;
  const answers = takenOver(type, submission, { now: new Date(), timeZone: timeZoneOf(now) });
  const { beginAnew } = await core.part();
  await beginAnew(core, requestType, { reference, answers });
  const replaced = core.state().drafts.filter((draft) => draft.requestType === requestType && !draft.isWaiting);
  for (const draft of replaced) await core.send({ type: 'draft-discarded', requestType, key: draft.key });
};

const OPEN: ReadonlySet<RequestStatus> = new Set<RequestStatus>(['submitted', 'needs-info']);

const openAbout = async (core: Core, subjects: readonly string[], signal: AbortSignal): Promise<RequestSummary[]> => {
  const pages = await Promise.all(subjects.map((about) => fetchOpen(core.outside().http, about, signal)));
  const found = new Map(pages.flatMap(({ items }) => items).map((request) => [request.id, request]));
  return [...found.values()]
    .filter(({ status }) => OPEN.has(status))
    .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
};

const addTo = async (core: Core, { id, reference }: RequestSummary): Promise<void> => {
  const { reported, requestType = '', key: own, step } = core.state();
  const text = reported?.text?.trim() ?? '';
  if (!reported || !text) return;
  const key = reported.key ?? createId();
  await core.send({ type: 'reported', choice: { ...reported, key } });
  const { at } = await sendMessage(core.outside().http, id, text, key);
  if (core.state().key !== own) return; // another request came in its place meanwhile
  await core.send({ type: 'added', requestType, addition: { reference, at, text } });
  await core.send({ type: 'draft-discarded', requestType, key: own ?? '' });
  await arrived(core, step);
};

const fromPage = (core: Core, type: RequestType): ReadonlyMap<string, unknown> => {
  const { prefillFrom } = core.host.settings;
  if (prefillFrom !== 'url') {
    console.warn(`portal-request-form: prefill-from knows "url", not "${String(prefillFrom)}".`);
    return new Map();
  }
  const { answers, refused } = fromAddress(type, location.search);
  for (const id of refused) console.warn(`portal-request-form: "${id}" is not filled in from the page's address.`);
  return answers;
};

/** What few customers do: the actions that come with the more part. */
export const createMoreActions = (core: Core): MoreActions => ({
  again: (request) => here(core, () => again(core, request)),
  openAbout: (subjects, signal) => openAbout(core, subjects, signal),
  choose: async (choice) => {
    await core.send({ type: 'reported', choice });
    if (choice && !choice.to) await core.host.focusOn('heading');
  },
  addTo: (request) => here(core, () => addTo(core, request)),
  fromPage: (type) => fromPage(core, type),
  saveReceipt: () => saveReceipt(core),
  chooseDraft: (isHere) => createDraftCopies(core).choose(isHere),
  handOver: async () => {
    const { code, expiresAt } = await handOver(core);
    return { link: handoverLink(core, code), expiresAt };
  },
  opened: openedActions(core),
  followHandover: () => createDraftCopies(core).follow(),
});
