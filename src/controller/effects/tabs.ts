import type { Receipt } from '../../contract/index.js';
import { withoutDraft } from '../../state/draft.js';
import type { Core } from '../core.js';
import { arrived } from '../navigation.js';

/** What a visit tells the others at the same endpoint about a request. */
type News = { readonly key: string } & (
  { readonly kind: 'claimed' } | { readonly kind: 'sent'; readonly receipt: Receipt }
);

const hear = async (core: Core, news: News): Promise<void> => {
  const { key, receipt, step, drafts } = core.state();
  if (news.kind === 'sent') await core.send({ type: 'drafts-found', drafts: withoutDraft(drafts, news.key) });
  if (news.key !== key || receipt) return;
  if (news.kind === 'claimed') return core.send({ type: 'taken-over' });
  await core.send({ type: 'taken-back' });
  await core.send({ type: 'submitted', receipt: news.receipt });
  await arrived(core, step);
};

/** Listens to the other visits on this device, where the browser can. */
export const listenToTabs = (core: Core): void => {
  const outside = core.outside();
  if (outside.tabs || typeof BroadcastChannel !== 'function') return;
  outside.tabs = new BroadcastChannel(`portal-request-form:${outside.endpoint}`);
  outside.tabs.onmessage = ({ data }: MessageEvent<News>) => void hear(core, data);
};

export const tellTabs = (core: Core, news: News): void => {
  core.outside().tabs?.postMessage(news);
};

/** An element that is not on a page hears nothing. */
export const leaveTabs = (core: Core): void => {
  const outside = core.outside();
  outside.tabs?.close();
  outside.tabs = undefined;
};
