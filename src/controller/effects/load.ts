import { Failure } from '../../api/failure.js';
import { handoverFragment } from '../../api/handover-fragment.js';
import { isReplyFragment } from '../../api/reply-fragment.js';
import type { Read as Portal } from '../../api/portal-client.js';
import { onceMore } from '../../api/retry.js';
import type { Customer, Issue, PortalConfig } from '../../contract/index.js';
import type { Loaded } from '../../state/request-events.js';
import type { Core, HostSettings, Outside } from '../core.js';
import { inTime } from '../in-time.js';
import { fromKnown } from './known.js';

/** The portal as it came, not yet checked against the whole contract. */
const fetchPortal = async ({ portal, endpoint }: Outside): Promise<Portal> => {
  if (!endpoint) {
    console.warn('portal-request-form: set the attribute "endpoint" to the address of the portal.');
    throw new Failure('configuration-missing');
  }
  const answer = await onceMore((isSecond) => portal.config(isSecond)).catch((error: unknown) => {
    const isMissing = error instanceof Failure && error.code === 'not-found';
    throw isMissing ? new Failure('configuration-missing', { cause: error }) : error;
  });
  return answer;
};

const listed = (sentence: string, issues: readonly Issue[]): string => {
  const list = issues.map(({ pointer, code, params }) => `${pointer || '/'}: ${code} ${JSON.stringify(params ?? {})}`);
  return [`portal-request-form: ${sentence}`, ...list].join('\n  ');
};

/** Whoever builds a page is told what is doubtful, once; a customer does not even load what finds it. */
const tellDoubts = async (core: Core, config: PortalConfig): Promise<void> => {
  const outside = core.outside();
  if (!LOCAL.test(location.hostname) || outside.doubted === config.version) return;
  outside.doubted = config.version;
  const { lintConfig } = await (await core.part()).loadLint();
  const doubts = lintConfig(config);
  if (doubts.length > 0) console.warn(listed('the configuration is doubtful', doubts));
};
const LOCAL = /^(?:localhost$|127\.|\[::1\])/;

/** Checks a configuration against the whole contract; what is wrong is listed on the console and in the failure. */
export const checkConfig = async (core: Core, raw: unknown): Promise<PortalConfig> => {
  const { parseConfig } = await core.part();
  const { config, issues } = parseConfig(raw);
  if (!config) {
    console.error(listed('the configuration is not valid', issues));
    throw new Failure('configuration-invalid', { issues });
  }
  tellDoubts(core, config).catch(() => undefined); // a chunk that does not come takes nothing from the form
  return config;
};

/** The portal's configuration for whoever asks, checked. */
export const fetchConfig = async (core: Core): Promise<PortalConfig> =>
  checkConfig(core, (await fetchPortal(core.outside())).raw);

interface Identity {
  readonly customer?: Customer;
  readonly signedInByHost: boolean;
  readonly guest: boolean;
  readonly isReload: boolean;
  readonly codeSentTo?: string;
}

const nobody: Identity = { signedInByHost: false, guest: false, isReload: false };

/** How long the host page may take to give its token, in milliseconds. */
const TOKEN_TIME = 10_000;

/** The token that the host page has; a provider that fails, or takes too long, has none. */
export const hostToken = async ({ tokenProvider }: HostSettings): Promise<string | undefined> => {
  if (!tokenProvider) return undefined;
  try {
    return (await inTime(tokenProvider(), TOKEN_TIME, 'it took more than ten seconds')) ?? undefined;
  } catch (error) {
    console.warn('portal-request-form: tokenProvider gave no token', error);
    return undefined;
  }
};

const identifyByHost = async (core: Core, outside: Outside): Promise<Identity | undefined> => {
  const token = await hostToken(core.host.settings);
  if (!token) return undefined;
  outside.token = token;
  const { customer } = await onceMore(() => outside.portal.session());
  return { customer, signedInByHost: true, guest: false, isReload: true };
};

const identifyByTab = async (core: Core, outside: Outside): Promise<Identity> => {
  const remembered = outside.sessions.read();
  if (!remembered) return nobody;
  if ('codeSentTo' in remembered) return { ...nobody, ...remembered };
  if ('guest' in remembered) return { signedInByHost: false, guest: true, isReload: true };
  const { token, draft } = remembered.session;
  outside.token = token;
  const { customer } = await onceMore(() => outside.portal.session());
  if (draft) await (await core.host.loadMorePart()).goOnHandedOver(core, draft);
  return { customer, signedInByHost: draft !== undefined, guest: false, isReload: true };
};

const hasEnded = (error: unknown): boolean => error instanceof Failure && error.code === 'session-expired';

const forgetSession = (outside: Outside): void => {
  outside.token = undefined;
  outside.sessions.write(undefined);
};

/** Who is there: by the host page, or by what this tab remembers; a session that ended means nobody. */
const identify = async (core: Core, outside: Outside): Promise<Identity> => {
  try {
    const { hash } = location;
    const { endpoint } = outside;
    const isLinked = isReplyFragment(hash, endpoint) || hash.startsWith(handoverFragment(endpoint));
    if (isLinked) await (await core.host.loadMorePart()).goByAddress(core);
    if (!isLinked || core.state().opened) {
      const known = await identifyByHost(core, outside);
      if (known) return known;
    }
    return await identifyByTab(core, outside);
  } catch (error) {
    if (!hasEnded(error)) throw error;
    forgetSession(outside);
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

interface Read {
  readonly loaded: Loaded;
  readonly raw: unknown;
  readonly isReload: boolean;
}

/** What the first screen needs; a session that ends in the middle of it is one that ended before. */
export const readPortal = async (core: Core): Promise<Read> => {
  const outside = core.outside();
  try {
    return await readOnce(core);
  } catch (error) {
    if (!hasEnded(error) || outside.token === undefined) throw error;
    forgetSession(outside);
    return readOnce(core);
  }
};

const readOnce = async (core: Core): Promise<Read> => {
  const outside = core.outside();
  const identity = await identify(core, outside);
  outside.asked = fetchPortal(outside);
  const read = (portal: Portal) => readFrom(core, identity, portal);
  return (await fromKnown(core, read)) ?? read(await outside.asked);
};

/** Only who still has to sign in sees the first screen before the whole configuration is checked. */
const readFrom = async (
  core: Core,
  { customer, signedInByHost, isReload, codeSentTo, ...identity }: Identity,
  { raw, portal }: Portal,
): Promise<Read> => {
  const needsSignIn = !customer && !identity.guest && (portal?.access.signIn.length ?? 0) > 0;
  const config = portal && needsSignIn ? portal : await checkConfig(core, raw);
  const guest = identity.guest || (!customer && config.access.signIn.length === 0 && config.access.guests);
  const deepLink = offeredType(config, core.host.settings.requestType);
  return { loaded: { config, customer, signedInByHost, guest, deepLink, codeSentTo }, raw, isReload };
};
