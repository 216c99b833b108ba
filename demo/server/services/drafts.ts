import { and, desc, eq, lt, notExists, sql, type SQL } from 'drizzle-orm';
import { DRAFT_DAYS, type Draft, type DraftList, type DraftSummary } from 'portal-request-form/contract';
import { incomplete, notFound, Refusal } from '../problem.js';
import { draftAttachments, drafts, submissionKeys } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { attachmentIdsOf, readDraft } from './draft-content.js';
import { fingerprintOf } from './idempotency.js';
import type { Portal } from './portals.js';
import type { Services } from './services.js';

/** Whose draft it is. */
export interface DraftOwner {
  readonly portal: Portal;
  readonly customerId: string;
}

/** A draft as it was sent: what it is made from is the ETag in `If-Match`, or nothing for a new one. */
export interface SentDraft extends DraftOwner {
  readonly id: string;
  readonly madeFrom: string | undefined;
  readonly body: Record<string, unknown>;
}

type Row = typeof drafts.$inferSelect;

const DAY = 86_400_000;
const MOST = 100;

const etagOf = ({ fingerprint }: Pick<Row, 'fingerprint'>): string => `"${fingerprint}"`;

const summaryOf = (row: Row): DraftSummary => ({
  id: row.id,
  requestType: row.content.requestType,
  savedAt: row.savedAt.toISOString(),
  etag: etagOf(row),
});

/** Before this moment a draft is too old for its portal. */
const oldest = ({ config }: Pick<Portal, 'config'>, now: Date): Date =>
  new Date(now.getTime() - (config.portal.draftDays ?? DRAFT_DAYS) * DAY);

const ownedBy = (portalId: string, customerId: string): SQL | undefined =>
  and(eq(drafts.portalId, portalId), eq(drafts.customerId, customerId));

const isOf = ({ portal, customerId }: DraftOwner, id: string): SQL | undefined =>
  and(ownedBy(portal.id, customerId), eq(drafts.id, id));

/** A draft whose request was sent is none, also when another device kept it at that very moment. */
const isUnsent = (db: Queryable): SQL =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(submissionKeys)
      .where(
        and(
          eq(submissionKeys.portalId, drafts.portalId),
          eq(submissionKeys.identity, drafts.customerId),
          eq(submissionKeys.key, drafts.key),
        ),
      ),
  );

const isCurrent = ({ store, clock }: Services, { portal }: DraftOwner): SQL | undefined =>
  and(sql`${drafts.savedAt} >= ${oldest(portal, clock()).toISOString()}::timestamptz`, isUnsent(store.db));

/** The drafts of a customer, the newest first. */
export const listDrafts = async (services: Services, owner: DraftOwner): Promise<DraftList> => {
  const rows = await services.store.db
    .select()
    .from(drafts)
    .where(and(ownedBy(owner.portal.id, owner.customerId), isCurrent(services, owner)))
    .orderBy(desc(drafts.savedAt), desc(drafts.id));
  return { items: rows.map(summaryOf), handover: true };
};

/** One draft of a customer, with its ETag. Throws a 404 for anybody else's. */
export const findDraft = async (
  services: Services,
  owner: DraftOwner,
  id: string,
): Promise<{ readonly draft: Draft; readonly etag: string }> => {
  const wanted = and(isOf(owner, id), isCurrent(services, owner));
  const [row] = await services.store.db.select().from(drafts).where(wanted);
  if (!row) throw notFound();
  return { draft: { ...row.content, id, savedAt: row.savedAt.toISOString() }, etag: etagOf(row) };
};

const changedSince = (row: Row | undefined): Refusal =>
  new Refusal(412, 'draft-changed', 'The draft is another one by now', row ? { etag: etagOf(row) } : {});

const refuseSent = async (tx: Transaction, { portal, customerId }: DraftOwner, key: string | null): Promise<void> => {
  if (key === null) return;
  const same = and(
    eq(submissionKeys.portalId, portal.id),
    eq(submissionKeys.identity, customerId),
    eq(submissionKeys.key, key),
  );
  const [sent] = await tx.select({ key: submissionKeys.key }).from(submissionKeys).where(same);
  if (sent) throw new Refusal(409, 'idempotency-mismatch', 'The request of this draft was sent');
};

const insert = async (tx: Transaction, row: Row): Promise<void> => {
  if ((await tx.$count(drafts, ownedBy(row.portalId, row.customerId))) >= MOST)
    throw incomplete([{ pointer: '', code: 'too-many' }]);
  const made = await tx.insert(drafts).values(row).onConflictDoNothing().returning({ id: drafts.id });
  if (made.length === 0) throw changedSince(undefined); // another device made it at this very moment
};

const keepAttachments = async (tx: Transaction, { portalId, customerId, id, content }: Row): Promise<void> => {
  const all = and(
    eq(draftAttachments.portalId, portalId),
    eq(draftAttachments.customerId, customerId),
    eq(draftAttachments.draftId, id),
  );
  await tx.delete(draftAttachments).where(all);
  const used = attachmentIdsOf(content).map((attachmentId) => ({ portalId, customerId, draftId: id, attachmentId }));
  if (used.length > 0) await tx.insert(draftAttachments).values(used);
};

/**
 * Keeps a draft if it is made from the one that is there, or is new. The same content again is no change, so that a call
 * whose answer was lost can be repeated. Throws a 412 with the present ETag, a 409 once its request was sent, a 413 or a
 * 422 for what is no draft.
 */
export const keepDraft = async (
  services: Services,
  sent: SentDraft,
): Promise<{ readonly summary: DraftSummary; readonly isNew: boolean }> => {
  const content = readDraft(sent.body);
  const { id, portal, customerId, madeFrom } = sent;
  const key = content.key ?? null;
  const fingerprint = fingerprintOf(content);
  const row: Row = { id, portalId: portal.id, customerId, key, content, fingerprint, savedAt: services.clock() };
  const own = isOf(sent, id);
  return services.store.db.transaction(async (tx) => {
    await refuseSent(tx, sent, key);
    const [found] = await tx.select().from(drafts).where(own).for('update');
    const isOver = found && found.savedAt < oldest(portal, services.clock());
    if (isOver) await tx.delete(drafts).where(own);
    const earlier = isOver ? undefined : found;
    if (earlier?.fingerprint === fingerprint) return { summary: summaryOf(earlier), isNew: false };
    if ((earlier && etagOf(earlier)) !== madeFrom) throw changedSince(earlier);
    if (earlier) await tx.update(drafts).set(row).where(own);
    else await insert(tx, row);
    await keepAttachments(tx, row);
    return { summary: summaryOf(row), isNew: !earlier };
  });
};

/** Removes a draft of a customer; one that is not there is gone already. */
export const removeDraft = async ({ store }: Services, owner: DraftOwner, id: string): Promise<void> =>
  void (await store.db.delete(drafts).where(isOf(owner, id)));

/** Removes drafts that are older than their portals keep them, and those whose requests were sent. */
export const removeOldDrafts = async ({ store: { db }, portals, clock }: Services): Promise<void> => {
  for (const { portalId } of await db.selectDistinct({ portalId: drafts.portalId }).from(drafts)) {
    const portal = await portals.find(portalId);
    if (!portal) continue;
    const ofPortal = eq(drafts.portalId, portalId);
    await db.delete(drafts).where(and(ofPortal, lt(drafts.savedAt, oldest(portal, clock()))));
    await db.delete(drafts).where(and(ofPortal, sql`NOT ${isUnsent(db)}`));
  }
};
