import type { Progress } from '../../office-contract/index.js';
import type { Call } from '../api.js';

/** What the office asks of the customer of a request. */
export interface Question {
  message: string;
  fields: string[];
  items: string[];
}

/** The calls with which the office asks and tells customers something. */
export interface Asking {
  askBack(id: string, question: Question): Promise<void>;
  /** Says something to the customer, once for each key. */
  sendMessage(id: string, text: string, key: string): Promise<void>;
  /** Says where the work of a work order stands; `note` says when, for work that is planned. */
  setProgress(workOrder: string, status: Progress, note: string): Promise<void>;
}

type CallOffice = <Answer>(path: string, call?: Call) => Promise<Answer>;

export const asking = (call: CallOffice): Asking => {
  const post = (path: string, id: string, what: string, body: unknown, headers?: Record<string, string>) =>
    call<never>(`${path}/${encodeURIComponent(id)}/${what}`, { method: 'POST', body, ...(headers ? { headers } : {}) });
  return {
    askBack: (id, question) => post('/requests', id, 'ask', question),
    sendMessage: (id, text, key) => post('/requests', id, 'messages', { text }, { 'Idempotency-Key': key }),
    setProgress: (id, status, note) => post('/work-orders', id, 'status', { status, note }),
  };
};
