import { fetchRequest, sendMessage, withdrawRequest } from '../../api/earlier-client.js';
import { createHttp, type Http } from '../../api/http.js';
import { isReplyFragment, keptReplyFragment } from '../../api/reply-fragment.js';
import type { Core } from '../core.js';
import type { OpenedActions } from '../more-part.js';
import { openReply } from '../reply.js';
import { here } from './here.js';
import { onDevice } from './keeping.js';
import { takeOverByAddress } from './handover.js';

const LINK = /^#portal-reply=(?:.*,)?([\w-]{1,100})\.([\w-]{1,100})$/;

const storedName = (endpoint: string): string => `portal-request-form:reply:${endpoint}`;

const showAddress = (fragment: string): void => {
  history.replaceState(history.state, '', location.pathname + location.search + fragment);
};

const isLink = (value: unknown): value is { id: string; token: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'token' in value;

/** The link in the page's address, which leaves it, or the one that this tab opened before it was loaded again. */
const takeLink = (endpoint: string): { id: string; token: string } | undefined => {
  const [, id, token] = LINK.exec(location.hash) ?? [];
  showAddress(keptReplyFragment(location.hash));
  if (id && token) {
    sessionStorage.setItem(storedName(endpoint), JSON.stringify({ id, token }));
    return { id, token };
  }
  const stored: unknown = JSON.parse(sessionStorage.getItem(storedName(endpoint)) ?? 'null');
  return isLink(stored) ? stored : undefined;
};

const openByLink = async (core: Core): Promise<void> => {
  const outside = core.outside();
  await core.part(); // brings what the event below does
  const [, id = '', token] = LINK.exec(location.hash) ?? [];
  let link = token ? { id, token } : undefined;
  await onDevice('this tab does not remember the link', () => {
    link = takeLink(outside.endpoint) ?? link;
  });
  if (!link) {
    showAddress('');
    return;
  }
  if (core.state().opened) {
    await core.send({ type: 'opened' }); // what it shows makes room for what it shows next
    await core.host.rendered();
  }
  outside.link = link.token;
  await core.send({ type: 'opened', opened: { id: link.id, byLink: true } });
};

/** Does what the fragment of the page's address asks for: takes a draft over, or opens a request. Rejects with a `Failure`. */
export const goByAddress = (core: Core): Promise<void> =>
  isReplyFragment(location.hash, core.outside().endpoint) ? openByLink(core) : takeOverByAddress(core);

/** Calls about the request that is open: with the customer's own right, or with that of the link. */
const httpOf = (core: Core): Http => {
  const outside = core.outside();
  return core.state().opened?.byLink ? createHttp(outside.endpoint, () => `reply.${outside.link ?? ''}`) : outside.http;
};

const close = async (core: Core): Promise<void> => {
  const outside = core.outside();
  const { opened, customer } = core.state();
  if (opened?.byLink) {
    outside.link = undefined;
    showAddress('');
    await onDevice('this tab still remembers the link', () => {
      sessionStorage.removeItem(storedName(outside.endpoint));
    });
  }
  await core.send({ type: 'opened' });
  await core.host.focusOn('heading');
  if (customer) await core.send({ type: 'requests-wanted' });
};

/** What the customer does with one request that was sent. */
export const openedActions = (core: Core): OpenedActions => ({
  open: async (id) => {
    await core.send({ type: 'opened', opened: { id } });
  },
  close: () => close(core),
  request: (id, found) =>
    here(core, async () => {
      found(await fetchRequest(httpOf(core), id));
    }),
  withdraw: (id) => here(core, async () => void (await withdrawRequest(core.outside().http, id))),
  say: (id, text, key) => here(core, async () => void (await sendMessage(core.outside().http, id, text, key))),
  reply: async (host) => {
    const byLink = core.state().opened?.byLink ?? false;
    return openReply(core, await core.part(), { ...host, byLink, http: httpOf(core) });
  },
});
