import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Customer, PortalConfig, Receipt } from 'portal-request-form/contract';
import { digest } from 'portal-request-form/rules';
import type { OfficeSettings, SettingsPreview } from '../../office-contract/index.js';
import { Refusal } from '../problem.js';
import { staff, staffTables } from '../store/auth-schema.js';
import { settingsPreviews, staffPortals } from '../store/schema.js';
import { ConfigurationError } from './configuration-error.js';
import { guestConfig } from './guest-config.js';
import { sha256 } from './hash.js';
import { fingerprintOf } from './idempotency.js';
import type { Clerk } from './office-decisions.js';
import { servedForm, type ServedConfig } from './portals.js';
import { checkedConfig } from './publications.js';
import type { Services } from './services.js';
import { readSettings } from './settings-drafts.js';
import { accept } from './acceptable.js';
import { isWorking } from './workplaces.js';

const HOURS = 8;
const HOUR = 3_600_000;
const TOKEN_BYTES = 16;
const REFERENCE = 'PREVIEW-0001';

/** What a preview shows at this moment. */
export interface Preview {
  /** Without a version; it need not be one that could be published. */
  readonly draft: Omit<PortalConfig, 'version'>;
  readonly version: string;
  readonly office: OfficeSettings;
  /** Whoever signs in to a preview is the manager who looks at it. */
  readonly customer: Customer;
  readonly expiresAt: string;
}

/** Makes an endpoint that serves the draft of the portal until the manager's session ends. */
export const openPreview = async (
  { store, clock }: Services,
  { portalId }: Clerk,
  sessionId: string,
): Promise<SettingsPreview> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(clock().getTime() + HOURS * HOUR);
  await store.db.insert(settingsPreviews).values({ tokenHash: sha256(token), portalId, sessionId, expiresAt });
  return { endpoint: `/api/previews/${token}`, expiresAt: expiresAt.toISOString() };
};

/** The preview with this token; undefined when it is none, or its manager has signed out or is no manager any more. */
export const findPreview = async ({ store, clock }: Services, token: string): Promise<Preview | undefined> => {
  const { session } = staffTables;
  const { portalId, tokenHash, sessionId, expiresAt } = settingsPreviews;
  const now = clock();
  const isManager = and(
    eq(staffPortals.staffId, session.userId),
    eq(staffPortals.portalId, portalId),
    eq(staffPortals.role, 'manager'),
    isWorking(),
  );
  const [found] = await store.db
    .select({ portalId, expiresAt, id: staff.id, name: staff.name, email: staff.email })
    .from(settingsPreviews)
    .innerJoin(session, eq(session.id, sessionId))
    .innerJoin(staff, eq(staff.id, session.userId))
    .innerJoin(staffPortals, isManager)
    .where(and(eq(tokenHash, sha256(token)), gt(expiresAt, now), gt(session.expiresAt, now)));
  if (!found) return undefined;
  const { content } = (await readSettings(store.db, found.portalId)).draft;
  return {
    draft: content.config,
    version: `draft-${fingerprintOf(content).slice(0, 16)}`,
    office: content.office,
    customer: { id: found.id, name: found.name, email: found.email },
    expiresAt: found.expiresAt.toISOString(),
  };
};

/** The draft as it would be published; undefined while something keeps it from being. */
const published = ({ draft, version, office }: Preview, isGuest: boolean): PortalConfig | undefined => {
  try {
    const config = checkedConfig({ ...draft, version });
    return isGuest ? guestConfig(config, office) : config;
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
};

/** What the widget gets. A draft with mistakes goes as it is, because the widget says in words that it is not right. */
export const previewConfig = (preview: Preview, isGuest: boolean): ServedConfig =>
  servedForm(published(preview, isGuest) ?? { ...preview.draft, version: preview.version });

/** Checks a request as the portal would and keeps nothing of it. Throws what the portal would throw. */
export const tryRequest = async (
  { clock }: Services,
  preview: Preview,
  body: Record<string, unknown>,
  isGuest: boolean,
): Promise<Receipt> => {
  const config = published(preview, isGuest);
  if (!config) throw new Refusal(409, 'configuration-changed', 'The settings of the portal have changed');
  const now = clock();
  const { submission } = accept(config, { body, customer: isGuest ? undefined : preview.customer }, now);
  return {
    id: REFERENCE.toLowerCase(),
    reference: REFERENCE,
    submittedAt: now.toISOString(),
    status: preview.office.needsApproval ? 'submitted' : 'accepted',
    digest: await digest(submission),
  };
};

/** Removes previews that have expired. */
export const removeOldPreviews = async ({ store, clock }: Services): Promise<void> =>
  void (await store.db.delete(settingsPreviews).where(lt(settingsPreviews.expiresAt, clock())));
