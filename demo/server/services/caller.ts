import { BlockList, isIP } from 'node:net';
import { EnvironmentError } from '../settings.js';

/** The address without the prefix that IPv4 gets on a socket that listens on IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const listOf = (proxies: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const length = Number(bits);
    if (isIP(address) === 0 || (bits !== undefined && !(length >= 0 && length <= (isIP(address) === 6 ? 128 : 32)))) {
      throw new EnvironmentError(`TRUSTED_PROXIES holds what is neither an address nor a network: ${proxy}`);
    }
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, length, family(address));
  }
  return list;
};

/**
 * Tells the address of a client from the address of the connection and `X-Forwarded-For`. The header is believed as far
 * as trusted proxies wrote it: the rightmost address that is none of them.
 */
export const createAddressOf = (
  trustedProxies: readonly string[],
): ((connection: string | undefined, forwardedFor: string | undefined) => string) => {
  const trusted = listOf(trustedProxies);
  const isTrusted = (address: string): boolean => isIP(address) !== 0 && trusted.check(address, family(address));
  return (connection, forwardedFor) => {
    const chain = [...(forwardedFor ?? '').split(','), connection ?? ''].map((one) => plain(one.trim())).reverse();
    const [nearest = ''] = chain;
    if (!isTrusted(nearest)) return nearest || 'unknown';
    const client = chain.find((address) => !isTrusted(address));
    return client !== undefined && isIP(client) !== 0 ? client : nearest;
  };
};
