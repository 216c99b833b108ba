import type { PortalConfig } from 'portal-request-form/contract';

const FALLBACK = 'Europe/Amsterdam';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** What was found for a portal's settings, which never change: to look takes a tenth of the time of a request. */
const found = new WeakMap<PortalConfig['portal'], string>();

/** The IANA name of the time zone in which the portal counts its days. */
export const timeZoneOf = ({ portal }: PortalConfig): string => {
  const known = found.get(portal);
  if (known !== undefined) return known;
  const name = portal.timeZone !== undefined && isTimeZone(portal.timeZone) ? portal.timeZone : FALLBACK;
  found.set(portal, name);
  return name;
};
