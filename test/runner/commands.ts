import type { PortalConfig, Submission } from '../../src/contract/index.js';
import type { Call, Fault } from '../faults/fault.js';

/** A fresh portal with customers of its own. */
export interface FreshPortal {
  readonly id: string;
  readonly endpoint: string;
  readonly customer: Account;
  /** Of another company. */
  readonly otherCustomer: Account;
}

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface StoredRequest {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly customerId: string | null;
  readonly submission: Submission;
}

/** What a test in the browser may ask of the portals outside it: the command's name, what it is given, what it answers. */
export interface PortalCommands {
  /** Opens a portal; the installer's when no configuration is given, for pages of this machine when no origins are. */
  portal: {
    payload: { config?: PortalConfig; isClosed?: boolean; origins?: string[] };
    answer: FreshPortal;
  };
  /** The second backend, in plain Node, with customers that every run shares. */
  nodeBackend: { payload: Record<string, never>; answer: FreshPortal };
  publish: { payload: { id: string; config: PortalConfig }; answer: null };
  close: { payload: { id: string; isClosed: boolean }; answer: null };
  mails: { payload: { to: string }; answer: readonly SentMail[] };
  requests: { payload: { id: string }; answer: readonly StoredRequest[] };
  /** The office asks these fields back; gives the link in the mail. */
  'ask-back': {
    payload: { portal: string; request: string; fields: readonly string[]; message: string };
    answer: string;
  };
  fault: { payload: { id: string; next: readonly Fault[] }; answer: null };
  release: { payload: { id: string }; answer: null };
  /** Removes the files that were not sent with a request, as the server does after a day. */
  tidyFiles: { payload: { id: string }; answer: null };
  /** Whether every fault is tried in every browser, which takes longer. */
  isThorough: { payload: Record<string, never>; answer: boolean };
  calls: { payload: { id: string }; answer: readonly Call[] };
}
