import { and, desc, eq, gt } from 'drizzle-orm';
import type { PortalConfig, RequestType, SignedTerm, Submission, Term, Text } from 'portal-request-form/contract';
import { requests, requestTerms } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { sha256 } from './hash.js';
import type { Portals } from './portals.js';
import { textIn } from './texts.js';

const DAY = 86_400_000;

/** What a customer accepted before, and which configuration it was read in. */
interface Acceptance {
  readonly termId: string;
  readonly version: string;
  readonly acceptedAt: Date;
  readonly locale: string;
  readonly textHash: string;
  readonly requestType: string;
  readonly configVersion: string;
}

/** The text of a term as it is read in a language, and its hash; a page to read counts by its address. */
const textOf = ({ text, url = '' }: Term, locale: string, fallback: string): { text: string | null; hash: string } => {
  const read = text === undefined ? null : textIn(text, locale, fallback);
  return { text: read, hash: sha256(read ?? url) };
};

/** What a customer accepted within the days that the portal remembers, the last first; nothing when it does not. */
const acceptances = async (
  queryable: Queryable,
  portalId: string,
  customerId: string,
  { portal: { remember } }: PortalConfig,
  now: Date,
): Promise<Acceptance[]> => {
  if (remember === undefined) return [];
  const { termId, version, acceptedAt, locale, textHash } = requestTerms;
  const { requestType, configVersion } = requests;
  const since = new Date(now.getTime() - remember * DAY);
  const own = and(eq(requestTerms.customerId, customerId), eq(requestTerms.portalId, portalId));
  const rows = await queryable
    .selectDistinctOn([termId, version, textHash, locale], {
      ...{ termId, version, acceptedAt, locale, textHash, requestType, configVersion },
    })
    .from(requestTerms)
    .innerJoin(requests, eq(requests.id, requestTerms.requestId))
    .where(and(own, gt(acceptedAt, since)))
    .orderBy(termId, version, textHash, locale, desc(acceptedAt));
  return rows.sort((a, b) => b.acceptedAt.getTime() - a.acceptedAt.getTime());
};

/** Whether this is what was accepted then: the same version, and not another text under it. */
const isOf = (one: Acceptance, term: Term, fallback: string): boolean =>
  one.termId === term.id && one.version === term.version && one.textHash === textOf(term, one.locale, fallback).hash;

interface Kept {
  readonly requestId: string;
  readonly portalId: string;
  readonly customerId: string | undefined;
  readonly now: Date;
}

/**
 * The terms that were accepted with a request as they are signed, and as they are kept. One that the portal
 * remembers keeps the time of its first acceptance, so that it is asked again in the end, however often the customer sends.
 */
export const acceptedTerms = async (
  tx: Transaction,
  { requestId, portalId, customerId, now }: Kept,
  config: PortalConfig,
  type: RequestType,
  { terms, locale }: Submission,
): Promise<{ readonly signed: SignedTerm[]; readonly rows: (typeof requestTerms.$inferInsert)[] }> => {
  const fallback = config.portal.locale;
  const accepted = type.terms.filter(({ id }) => Object.hasOwn(terms, id) && terms[id]?.accepted);
  if (accepted.length === 0) return { signed: [], rows: [] };
  const before = customerId === undefined ? [] : await acceptances(tx, portalId, customerId, config, now);
  const rows = accepted.map((term) => {
    const { text, hash } = textOf(term, locale, fallback);
    return {
      ...{ requestId, portalId, customerId: customerId ?? null, termId: term.id, version: term.version, locale },
      acceptedAt: before.find((one) => isOf(one, term, fallback))?.acceptedAt ?? now,
      label: textIn(term.label, locale, fallback),
      textHash: hash,
      text,
    };
  });
  return {
    signed: rows.map(({ termId: id, version, textHash }) => ({ id, version, locale, sha256: textHash })),
    rows,
  };
};

interface Asking {
  readonly queryable: Queryable;
  readonly portals: Portals;
  readonly portalId: string;
}

/** The text of a term in every language it had then. */
const earlierText = async (
  { queryable, portals, portalId }: Asking,
  { termId, requestType, configVersion }: Acceptance,
): Promise<Text | undefined> => {
  const config = await portals.configOf(queryable, portalId, configVersion);
  const type = config?.requestTypes.find(({ id }) => id === requestType);
  return type?.terms.find(({ id }) => id === termId)?.text;
};

const withAccepted = async (
  asking: Asking,
  term: Term,
  before: readonly Acceptance[],
  fallback: string,
): Promise<Term> => {
  const same = before.find((one) => isOf(one, term, fallback));
  if (same) return { ...term, accepted: { version: same.version, at: same.acceptedAt.toISOString() } };
  const other = before.find((one) => one.termId === term.id && one.version !== term.version);
  if (!other) return term;
  const text = await earlierText(asking, other);
  const accepted = { version: other.version, at: other.acceptedAt.toISOString() };
  return { ...term, accepted: { ...accepted, ...(text === undefined ? {} : { text }) } };
};

/** The configuration with what this customer accepted before at each term; nothing when nothing is remembered. */
export const rememberedConfig = async (
  asking: Asking,
  config: PortalConfig,
  customerId: string,
  now: Date,
): Promise<PortalConfig> => {
  const before = await acceptances(asking.queryable, asking.portalId, customerId, config, now);
  if (before.length === 0) return config;
  const requestTypes: RequestType[] = [];
  for (const type of config.requestTypes) {
    const terms: Term[] = [];
    for (const term of type.terms) terms.push(await withAccepted(asking, term, before, config.portal.locale));
    requestTypes.push({ ...type, terms });
  }
  return { ...config, requestTypes };
};
