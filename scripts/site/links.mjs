import { posix } from 'node:path';

const LINK = /\s(?:href|src)="(?<address>[^"]*)"/g;
const ID = /\sid="(?<id>[^"]*)"/g;
const HAS_SCHEME = /^[a-z][a-z+.-]*:|^\/\//i;

const decode = (text) => decodeURIComponent(text.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));

/**
 * What is wrong with the links of a site: addresses that lead to no page and no file, anchors that no heading has, and
 * addresses from the root, which hold in one place only. `isFile(path)` says what the site has besides its pages.
 */
export const deadLinks = (pages, isFile) => {
  const ids = new Map(
    [...pages].map(([page, html]) => [page, new Set([...html.matchAll(ID)].map((one) => one.groups.id))]),
  );
  const wrong = (page, address) => {
    if (HAS_SCHEME.test(address)) return false;
    if (address.startsWith('/')) return true;
    const [path = '', anchor] = address.split('#');
    const target = path === '' ? page : posix.join(posix.dirname(page), path);
    if (!ids.has(target)) return anchor !== undefined || !isFile(target);
    return anchor !== undefined && !ids.get(target).has(anchor);
  };
  return [...pages].flatMap(([page, html]) => {
    const addresses = [...new Set([...html.matchAll(LINK)].map(({ groups }) => decode(groups.address)))];
    return addresses
      .filter((address) => wrong(page, address))
      .map((address) => `${page}: “${address}” leads to nothing`);
  });
};
