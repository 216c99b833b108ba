import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { staffPortals } from '../store/schema.js';

/** The condition that a row is a place in an office whose holder may work there. */
export const isWorking = (): SQL => isNull(staffPortals.disabledAt);

/** The place of one member of staff in the office of one portal, where they may work. */
export const worksFor = (staffId: string, portalId: string): SQL | undefined =>
  and(eq(staffPortals.staffId, staffId), eq(staffPortals.portalId, portalId), isWorking());
