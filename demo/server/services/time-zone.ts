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

/** The IANA name of the time zone in which the portal counts its days. */
export const timeZoneOf = ({ portal }: PortalConfig): string =>
  portal.timeZone !== undefined && isTimeZone(portal.timeZone) ? portal.timeZone : FALLBACK;
