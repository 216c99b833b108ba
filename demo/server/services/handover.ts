import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import type { HandoverCode } from 'portal-request-form/contract';
import { Refusal, sessionExpired } from '../problem.js';
import { customerTables } from '../store/auth-schema.js';
import { draftAttachments, handoverCodes, handoverSessions } from '../store/schema.js';
import { findDraft, type DraftOwner } from './drafts.js';
import { sha256 } from './hash.js';
import type { Portal } from './portals.js';
import type { Services } from './services.js';

const CODE_MINUTES = 10;
const SESSION_MINUTES = 120;
const MINUTE = 60_000;
const CODE_BYTES = 16;
const TOKEN_BYTES = 32;
/** Tells a token for one draft from one of a whole session. */
const PREFIX = 'handover.';

/** A token as it stands in `Authorization`; undefined when it is one of a whole session, or none. */
const tokenIn = (authorization: string): string | undefined => {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization.trim()) ?? [];
  return token?.startsWith(PREFIX) ? token : undefined;
};

export const isHandoverToken = (authorization: string | undefined): authorization is string =>
  authorization !== undefined && tokenIn(authorization) !== undefined;

/** The same words whether the code was never one, was used, replaced or is too old: guessing tells nothing. */
const noCode = (): Refusal => new Refusal(404, 'not-found', 'This code was used, or is older than ten minutes');

/**
 * A code with which another device can go on with this draft, once and for ten minutes; the one before is worth nothing
 * from then on. Throws a 404 for anybody else's draft.
 */
export const handDraftOver = async (
  services: Services,
  owner: DraftOwner,
  id: string,
  sessionId: string,
): Promise<HandoverCode> => {
  await findDraft(services, owner, id);
  const code = randomBytes(CODE_BYTES).toString('base64url');
  const expiresAt = new Date(services.clock().getTime() + CODE_MINUTES * MINUTE);
  const made = { sessionId, codeHash: sha256(code), expiresAt };
  await services.store.db
    .insert(handoverCodes)
    .values({ portalId: owner.portal.id, customerId: owner.customerId, draftId: id, ...made })
    .onConflictDoUpdate({
      target: [handoverCodes.portalId, handoverCodes.customerId, handoverCodes.draftId],
      set: made,
    });
  return { code, expiresAt: expiresAt.toISOString() };
};

/** Takes a code for a token that is good for its draft only. Throws a 404 for any code that is not, or no longer, one. */
export const takeOverDraft = async ({ store, clock }: Services, { id }: Portal, code: string): Promise<string> => {
  const token = PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
  const now = clock();
  const wanted = and(
    eq(handoverCodes.codeHash, sha256(code)),
    eq(handoverCodes.portalId, id),
    gt(handoverCodes.expiresAt, now),
  );
  await store.db.transaction(async (tx) => {
    const [taken] = await tx.delete(handoverCodes).where(wanted).returning(); // of two at once, one finds it
    if (!taken) throw noCode();
    const { portalId, customerId, draftId, sessionId } = taken;
    const expiresAt = new Date(now.getTime() + SESSION_MINUTES * MINUTE);
    const session = { portalId, customerId, draftId, sessionId, expiresAt, tokenHash: sha256(token) };
    await tx.insert(handoverSessions).values(session);
  });
  return token;
};

/** Whose draft, and which, a token is good for; undefined when it is not, or no longer, one of this portal. */
export const findHandover = async ({ store, clock }: Services, portal: Portal, authorization: string) => {
  const token = tokenIn(authorization);
  if (token === undefined) return undefined;
  const { user, session } = customerTables;
  const now = clock();
  const isOpen = and(
    eq(handoverSessions.tokenHash, sha256(token)),
    isNull(user.disabledAt),
    eq(handoverSessions.portalId, portal.id),
    gt(handoverSessions.expiresAt, now),
    gt(session.expiresAt, now),
  );
  const [found] = await store.db
    .select({ customer: user, draft: handoverSessions.draftId, expiresAt: handoverSessions.expiresAt })
    .from(handoverSessions)
    .innerJoin(session, eq(session.id, handoverSessions.sessionId))
    .innerJoin(user, eq(user.id, handoverSessions.customerId))
    .where(isOpen);
  return found;
};

/** The draft that a token is good for. Throws a 401 for a token that is dead. */
export const draftOfToken = async (services: Services, portal: Portal, authorization: string): Promise<string> => {
  const found = await findHandover(services, portal, authorization);
  if (!found) throw sessionExpired();
  return found.draft;
};

/** Whether a file stands in a draft of the customer that is not this one. */
export const isOfOtherDraft = async (
  { store: { db } }: Services,
  { customerId, draft }: { readonly customerId: string; readonly draft: string },
  attachmentId: string,
): Promise<boolean> => {
  const named = and(
    eq(draftAttachments.attachmentId, attachmentId),
    eq(draftAttachments.customerId, customerId),
    ne(draftAttachments.draftId, draft),
  );
  return (await db.$count(draftAttachments, named)) > 0;
};

/** Ends the session of the other device. */
export const endHandover = async ({ store }: Services, authorization: string): Promise<void> => {
  const hash = sha256(tokenIn(authorization) ?? '');
  await store.db.delete(handoverSessions).where(eq(handoverSessions.tokenHash, hash));
};

/** Removes codes and sessions that have expired. */
export const removeOldHandovers = async ({ store: { db }, clock }: Services): Promise<void> => {
  const now = clock();
  await db.delete(handoverCodes).where(lt(handoverCodes.expiresAt, now));
  await db.delete(handoverSessions).where(lt(handoverSessions.expiresAt, now));
};
