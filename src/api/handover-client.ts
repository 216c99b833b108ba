import {
  handoverCodeSchema,
  handoverSessionSchema,
  type HandoverCode,
  type HandoverSession,
} from '../contract/index.js';
import type { Http } from './http.js';
import { parse } from './request-client.js';

/** A code with which another device goes on with a draft, once. Rejects with a `Failure`. */
export const fetchHandoverCode = async (http: Http, draft: string): Promise<HandoverCode> =>
  parse(handoverCodeSchema, await http.json(`/drafts/${encodeURIComponent(draft)}/handover`, { method: 'POST' }));

/** The session that a code stands for. Rejects with a `Failure`: `not-found` for a code that is not, or no longer, one. */
export const useHandoverCode = async (http: Http, code: string): Promise<HandoverSession> =>
  parse(handoverSessionSchema, await http.json('/handover', { method: 'POST', body: { code } }));
