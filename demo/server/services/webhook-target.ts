import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { hasCode } from '../error-code.js';
import { EnvironmentError } from '../settings.js';

type Network = ReturnType<typeof ipaddr.parseCIDR>;
type Address = ReturnType<typeof ipaddr.process>;

/** Finds every address of a name. */
export type ResolveName = (name: string) => Promise<readonly LookupAddress[]>;

export const resolveName: ResolveName = (name) =>
  new Promise((resolve, reject) => {
    systemLookup(name, { all: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });

/** Why a target is refused; the same codes are told when it is saved and when it is called. */
export type TargetRefusal = 'url' | 'https' | 'unknown-host' | 'refused-address';

/** A target that the server may not call, or cannot find. */
export class TargetError extends Error {
  readonly code: TargetRefusal;

  constructor(code: TargetRefusal) {
    super(`This address is not called: ${code}`);
    this.code = code;
  }
}

/** Reads the networks of `WEBHOOK_ALLOWED_NETWORKS`. Throws an `EnvironmentError` for what is none. */
export const readNetworks = (networks: readonly string[]): Network[] =>
  networks.map((network) => {
    try {
      if (network.includes('/')) return ipaddr.parseCIDR(network);
      const address = ipaddr.parse(network);
      return [address, address.kind() === 'ipv6' ? 128 : 32];
    } catch {
      throw new EnvironmentError(`WEBHOOK_ALLOWED_NETWORKS holds what is neither an address nor a network: ${network}`);
    }
  });

const isIn = (address: Address, [network, bits]: Network): boolean =>
  address.kind() === network.kind() && address.match(network, bits);

/** All of IPv6 that the internet uses. */
const GLOBAL = ipaddr.parseCIDR('2000::/3');

const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || isIn(address, GLOBAL));

export interface Targets {
  /** Refuses an address that leads where the server may not go. Throws a {@link TargetError}. */
  check(url: string): Promise<URL>;
  /** The target as far as it can be told without asking for its name. Throws a {@link TargetError}. */
  read(url: string): URL;
  /** Finds the addresses of a name for one connection, which goes to what was found and nowhere else. */
  lookupFor(url: URL): LookupFunction;
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const LONGEST_URL = 2_000;

/**
 * Tells which targets may be called: public addresses over https, and whatever lies in the allowed networks. A name is
 * judged by all of its addresses, each time that it is used.
 */
export const createTargets = (networks: readonly Network[], resolve: ResolveName): Targets => {
  const isAllowed = (address: Address): boolean => networks.some((network) => isIn(address, network));
  const refuse = (text: string, protocol: string): void => {
    const address = ipaddr.process(text); // an IPv4 address in IPv6's clothes is judged as what it is
    if (isAllowed(address)) return;
    if (!isPublic(address)) throw new TargetError('refused-address');
    if (protocol !== 'https:') throw new TargetError('https');
  };
  const addressesOf = async (url: URL): Promise<readonly LookupAddress[]> => {
    const found = await resolve(hostOf(url)).catch((error: unknown) => {
      if (hasCode(error, 'ENOTFOUND') || hasCode(error, 'EAI_AGAIN') || hasCode(error, 'ENODATA')) return [];
      throw error;
    });
    if (found.length === 0) throw new TargetError('unknown-host');
    for (const { address } of found) refuse(address, url.protocol);
    return found;
  };
  const read: Targets['read'] = (text) => {
    if (text.length > LONGEST_URL || !URL.canParse(text)) throw new TargetError('url');
    const url = new URL(text);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    if (!isWeb || url.username !== '' || url.password !== '' || url.hash !== '') throw new TargetError('url');
    if (url.protocol === 'http:' && networks.length === 0) throw new TargetError('https');
    if (isIP(hostOf(url)) !== 0) refuse(hostOf(url), url.protocol);
    return url;
  };
  return {
    read,
    check: async (text) => {
      const url = read(text);
      if (isIP(hostOf(url)) === 0) await addressesOf(url);
      return url;
    },
    lookupFor: (url) => (_name, options, callback) => {
      addressesOf(url).then(
        (found) => {
          const [first] = found;
          if (options.all || !first) callback(null, [...found]);
          else callback(null, first.address, first.family);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error('The name cannot be looked up'), '', 0);
        },
      );
    },
  };
};
