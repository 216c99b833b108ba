import * as z from 'zod/mini';
import {
  receiptSchema,
  requestPageSchema,
  type Receipt,
  type RequestPage,
  type Submission,
} from '../contract/index.js';
import { Failure } from './failure.js';
import type { Http } from './http.js';

/** What a backend sent, if it has the shape it should have; an `unreadable` failure otherwise. */
export const parse = <S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> => {
  const result = z.safeParse(schema, value);
  if (!result.success) throw new Failure('unreadable', { cause: result.error });
  return result.data;
};

/** The customer's own requests, newest first; `cursor` asks for the page after it. */
export const fetchRequests = async (http: Http, cursor?: string): Promise<RequestPage> =>
  parse(requestPageSchema, await http.json(`/requests${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`));

/** Sends a request under its key; the same key gives the same receipt, however often it is sent. */
export const sendRequest = async (http: Http, submission: Submission, key: string): Promise<Receipt> =>
  parse(
    receiptSchema,
    await http.json('/requests', { method: 'POST', body: submission, headers: { 'Idempotency-Key': key } }),
  );
