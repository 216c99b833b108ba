import {
  historyEntrySchema,
  requestDetailSchema,
  receiptSchema,
  requestPageSchema,
  type HistoryEntry,
  type Receipt,
  type Reply,
  type RequestDetail,
  type RequestPage,
} from '../contract/index.js';
import type { Http } from './http.js';
import { parse } from './request-client.js';

const pathOf = (id: string): string => `/requests/${encodeURIComponent(id)}`;

/** One of the customer's own requests, with what was sent. Rejects with a `Failure`. */
export const fetchRequest = async (http: Http, id: string): Promise<RequestDetail> =>
  parse(requestDetailSchema, await http.json(pathOf(id)));

/** The customer's own open requests about this, newest first. Rejects with a `Failure`, or an `AbortError`. */
export const fetchOpen = async (http: Http, about: string, signal: AbortSignal): Promise<RequestPage> => {
  const query = new URLSearchParams({ about, open: 'true' });
  return parse(requestPageSchema, await http.json(`/requests?${query.toString()}`, { signal }));
};

/** Adds a text to an open request, once for each key. Rejects with a `Failure`. */
export const sendMessage = async (http: Http, id: string, text: string, key: string): Promise<HistoryEntry> =>
  parse(
    historyEntrySchema,
    await http.json(`${pathOf(id)}/messages`, { method: 'POST', body: { text }, headers: { 'Idempotency-Key': key } }),
  );

/** Takes a request back, while nothing was decided about it. Rejects with a `Failure`. */
export const withdrawRequest = async (http: Http, id: string): Promise<HistoryEntry> =>
  parse(historyEntrySchema, await http.json(`${pathOf(id)}/withdraw`, { method: 'POST' }));

/** Answers what was asked back, once for each key. Rejects with a `Failure`. */
export const sendReply = async (http: Http, id: string, reply: Reply, key: string): Promise<Receipt> =>
  parse(
    receiptSchema,
    await http.json(`${pathOf(id)}/replies`, { method: 'POST', body: reply, headers: { 'Idempotency-Key': key } }),
  );
