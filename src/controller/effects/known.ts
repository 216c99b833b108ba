import { recallConfig } from '../../api/known-config.js';
import { readAs, type Read as Portal } from '../../api/portal-client.js';
import type { Core } from '../core.js';

/** What can be shown from what this device knew of the portal, while that is asked; nothing where it knew nothing. */
export const fromKnown = async <T>(core: Core, read: (portal: Portal) => Promise<T>): Promise<T | undefined> => {
  const { token, endpoint, asked } = core.outside();
  const { noDrafts, requestType } = core.host.settings;
  const known = token || noDrafts ? null : readAs(recallConfig(endpoint));
  if (!known?.raw) return undefined;
  const isOffered = known.portal?.requestTypes.some(({ id }) => id === requestType);
  if (requestType && !isOffered) return undefined; // the website may lead to what is new
  asked?.catch(() => undefined); // whoever follows it up is told
  return read(known).catch(() => undefined); // of another release: what the portal says counts
};

/** Follows up what the form was shown from, once the request part is there. */
export const followKnown = (core: Core, raw: unknown): void => {
  const outside = core.outside();
  const { asked } = outside;
  outside.asked = undefined; // holds a whole configuration
  core.part().then(
    (part) => asked && part.follow(core, raw, asked),
    () => undefined, // reported where it is needed
  );
};
