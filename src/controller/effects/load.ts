import { Failure } from '../../api/failure.js';
import { onceMore } from '../../api/retry.js';
import type { Customer, PortalConfig } from '../../contract/index.js';
import { parseConfig } from '../../rules/index.js';
import { isDraftFor } from '../../state/draft.js';
import type { Loaded } from '../../state/request-events.js';
import type { StoredDraft } from '../../state/request-state.js';
import type { Core, Outside } from '../core.js';

/** Whose drafts are whose: a customer's id, or the guest of this device. */
export const ownerOf = (customer: Customer | undefined): string => customer?.id ?? 'guest';

/** The portal's configuration for whoever asks, checked. */
export const fetchConfig = async ({ client }: Outside): Promise<PortalConfig> => {
  const answer = await onceMore(() => client.config()).catch((error: unknown) => {
    const isMissing = error instanceof Failure && error.code === 'not-found';
    throw isMissing ? new Failure('configuration-missing', { cause: error }) : error;
  });
  const { config, issues } = parseConfig(answer);
  if (config) return config;
  console.error('portal-request-form: the configuration is not valid', issues);
  throw new Failure('configuration-invalid', { issues });
};

/** The drafts of this owner that the portal can go on with. */
export const findDrafts = async (core: Core, config: PortalConfig, owner: string): Promise<StoredDraft[]> => {
  if (core.host.settings.noDrafts) return [];
  try {
    return (await core.outside().drafts.list(owner)).filter((draft) => isDraftFor(config, draft));
  } catch {
    return []; // blocked storage shows itself at the first draft that cannot be kept
  }
};

interface Identity {
  readonly customer?: Customer;
  readonly signedInByHost: boolean;
  readonly guest: boolean;
  readonly isReload: boolean;
}

const nobody: Identity = { signedInByHost: false, guest: false, isReload: false };

const identifyByHost = async (core: Core, outside: Outside): Promise<Identity | undefined> => {
  const token = await core.host.settings.tokenProvider?.();
  if (!token) return undefined;
  outside.token = token;
  const { customer } = await onceMore(() => outside.client.session());
  return { customer, signedInByHost: true, guest: false, isReload: true };
};

const identifyByTab = async (outside: Outside): Promise<Identity> => {
  const remembered = outside.sessions.read();
  if (!remembered) return nobody;
  if ('guest' in remembered) return { signedInByHost: false, guest: true, isReload: true };
  outside.token = remembered.session.token;
  const { customer } = await onceMore(() => outside.client.session());
  return { customer, signedInByHost: false, guest: false, isReload: true };
};

/** Who is there: by the host page, or by what this tab remembers; a session that ended means nobody. */
const identify = async (core: Core, outside: Outside): Promise<Identity> => {
  try {
    return (await identifyByHost(core, outside)) ?? (await identifyByTab(outside));
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'session-expired') throw error;
    outside.token = undefined;
    outside.sessions.write(undefined);
    return nobody;
  }
};

/** The request type that the host page asks for, if this portal has it. */
export const offeredType = (config: PortalConfig, requestType: string | undefined): string | undefined => {
  const isOffered = config.requestTypes.some((type) => type.id === requestType);
  if (requestType && !isOffered) {
    console.warn(`portal-request-form: there is no request type "${requestType}" here; the customer chooses one.`);
  }
  return isOffered ? requestType : undefined;
};

/** Everything that the first screen needs, in one go, so that it is shown once. */
export const readPortal = async (core: Core): Promise<{ loaded: Loaded; drafts: StoredDraft[]; isReload: boolean }> => {
  const outside = core.outside();
  const identity = await identify(core, outside);
  const config = await fetchConfig(outside);
  const guest = identity.guest || (!identity.customer && config.access.signIn.length === 0 && config.access.guests);
  const isKnown = identity.customer !== undefined || guest;
  const drafts = isKnown ? await findDrafts(core, config, ownerOf(identity.customer)) : [];
  const deepLink = offeredType(config, core.host.settings.requestType);
  const { customer, signedInByHost, isReload } = identity;
  return { loaded: { config, customer, signedInByHost, guest, deepLink }, drafts, isReload };
};
