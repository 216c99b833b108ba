import { and, eq } from 'drizzle-orm';
import { attachments, requests } from '../store/schema.js';
import { aboutRequest, recordReading } from './audit.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';

/** Keeps that somebody of the office is about to get a file of a request; nothing where there is none. */
export const keepFileReading = (services: Services, clerk: Clerk, id: string): Promise<void> =>
  services.store.db.transaction(async (tx) => {
    const [request] = await tx
      .select({ id: requests.id, reference: requests.reference })
      .from(attachments)
      .innerJoin(requests, eq(requests.id, attachments.requestId))
      .where(and(eq(attachments.id, id), eq(attachments.portalId, clerk.portalId)));
    if (request) await recordReading(services, tx, clerk, 'file.read', aboutRequest(request));
  });
