import {
  draftListSchema,
  draftSchema,
  draftSummarySchema,
  type Draft,
  type DraftContent,
  type DraftList,
} from '../contract/index.js';
import { Failure } from './failure.js';
import { jsonOf, type Http } from './http.js';
import { parse } from './request-client.js';

/** A draft that the portal keeps, with the ETag that the next version is made from. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly etag: string;
}

const pathOf = (id: string): string => `/drafts/${encodeURIComponent(id)}`;

/** What the portal keeps of the customer's unsent requests, the newest first. Rejects with a `Failure`. */
export const fetchDrafts = async (http: Http): Promise<DraftList> => parse(draftListSchema, await http.json('/drafts'));

/** One of them; nothing when it is gone. Rejects with a `Failure`. */
export const fetchDraft = async (http: Http, id: string): Promise<KeptDraft | undefined> => {
  try {
    const response = await http.call(pathOf(id), { cache: 'no-store' });
    const draft = parse(draftSchema, await jsonOf(response));
    return { draft, etag: response.headers.get('ETag') ?? '' };
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-found') return undefined;
    throw error;
  }
};

/**
 * Has the portal keep a draft that was made from the one with this ETag, or a new one, and gives the next ETag. Rejects
 * with a `Failure`: `draft-changed` when another device changed it since, `idempotency-mismatch` when it was sent.
 */
export const putDraft = async (http: Http, id: string, content: DraftContent, madeFrom?: string): Promise<string> => {
  const headers: Record<string, string> = madeFrom === undefined ? { 'If-None-Match': '*' } : { 'If-Match': madeFrom };
  return parse(draftSummarySchema, await http.json(pathOf(id), { method: 'PUT', body: content, headers })).etag;
};

export const deleteDraft = async (http: Http, id: string): Promise<void> =>
  void (await http.call(pathOf(id), { method: 'DELETE' }));
