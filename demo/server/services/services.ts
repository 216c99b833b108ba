import type { Log } from '../log.js';
import type { Settings } from '../settings.js';
import type { Store } from '../store/store.js';
import { createAttachments, type Attachments } from './attachments.js';
import { createCustomers, type CustomerAuth } from './customers.js';
import type { Files } from './files.js';
import type { Mailer } from './mailer.js';
import { createOfficeEvents, type OfficeEvents } from './office-events.js';
import { createOutbox, type Outbox } from './outbox.js';
import { createPortals, type Portal, type Portals } from './portals.js';
import type { Signing } from './signing.js';
import { createStaff, type StaffAuth } from './staff.js';
import { createThrottle, type Throttle } from './throttle.js';
import { webhookSender } from './webhook-sender.js';
import { createTargets, readNetworks, resolveName, type ResolveName, type Targets } from './webhook-target.js';

/** What the server is given from outside. */
export interface Foundation {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly files: Files;
  readonly signing: Signing;
  readonly clock: () => Date;
  readonly log: Log;
  readonly settings: Settings;
  /** Finds the addresses of a webhook's host; asks the system when left out. */
  readonly resolve?: ResolveName;
}

/** What the routes work with. */
export interface Services extends Foundation {
  readonly portals: Portals;
  readonly customersOf: (portal: Pick<Portal, 'id'>) => CustomerAuth;
  readonly staff: StaffAuth;
  readonly throttle: Throttle;
  readonly outbox: Outbox;
  /** What webhooks may call. */
  readonly targets: Targets;
  readonly attachments: Attachments;
  readonly officeEvents: OfficeEvents;
}

/** Builds the services on what the server is given; nothing runs until `outbox.start()`. */
export const createServices = (foundation: Foundation): Services => {
  const { store, clock, settings } = foundation;
  const portals = createPortals(foundation);
  const targets = createTargets(readNetworks(settings.webhookNetworks), foundation.resolve ?? resolveName);
  const webhooks = webhookSender({ store, clock, settings, targets, random: Math.random });
  const outbox = createOutbox({ ...foundation, senders: [webhooks] });
  const throttle = createThrottle(store, clock);
  const customersOf = createCustomers({ store, settings, outbox, portals });
  const staff = createStaff({ store, settings });
  const attachments = createAttachments(foundation);
  const officeEvents = createOfficeEvents(foundation);
  return { ...foundation, portals, outbox, targets, throttle, customersOf, staff, attachments, officeEvents };
};
