import { lt } from 'drizzle-orm';
import { customerTables, staffTables } from '../store/auth-schema.js';
import { removeOldAudit } from './audit.js';
import { removeOldCustomerInvitations } from './customer-invitations.js';
import { removeOldDeliveries } from './deliveries.js';
import { removeOldDrafts } from './drafts.js';
import { removeOldHandovers } from './handover.js';
import { removeOldPreviews } from './previews.js';
import { addUpTallies } from './request-tally.js';
import { applyRetention } from './retention.js';
import type { Services } from './services.js';
import { removeOldStaffInvitations } from './staff-invitations.js';
import { removeOldStaffPasswordLinks } from './staff-reset.js';

const HOUR = 3_600_000;

/** Adds up what is counted, and removes what has expired: sessions, codes, counts of attempts, drafts, what was handed over, requests that a portal keeps no longer, old entries of the audit, files that were never sent. */
export const tidy = async (services: Services): Promise<void> => {
  const { store, clock, throttle, attachments, log } = services;
  const { db } = store;
  const now = clock();
  for (const { session, verification } of [customerTables, staffTables]) {
    await db.delete(session).where(lt(session.expiresAt, now));
    await db.delete(verification).where(lt(verification.expiresAt, now));
  }
  await throttle.forgetExpired();
  await removeOldDrafts(services);
  await removeOldDeliveries(services);
  await removeOldHandovers(services);
  await removeOldPreviews(services);
  await removeOldStaffInvitations(services);
  await removeOldStaffPasswordLinks(services);
  await applyRetention(services);
  await removeOldAudit(services);
  await removeOldCustomerInvitations(services);
  await addUpTallies(db);
  log.info('tidied', { unusedFiles: await attachments.removeUnused() });
};

/** Tidies now and every hour; gives what stops it. */
export const startTidying = (services: Services): (() => void) => {
  const run = (): void => {
    tidy(services).catch((error: unknown) => {
      services.log.warn('not-tidied', { error });
    });
  };
  run();
  const timer = setInterval(run, HOUR);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};
