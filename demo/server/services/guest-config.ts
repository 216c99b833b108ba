import type { PortalConfig } from 'portal-request-form/contract';
import type { OfficeSettings } from '../../office-contract/index.js';

/** The configuration with what guests may ask for only; the same one where that is everything. */
export const guestConfig = (config: PortalConfig, { guestRequestTypes }: OfficeSettings): PortalConfig => {
  if (guestRequestTypes === undefined || !config.access.guests) return config;
  const requestTypes = config.requestTypes.filter(({ id }) => guestRequestTypes.includes(id));
  return requestTypes.length === config.requestTypes.length ? config : { ...config, requestTypes };
};
