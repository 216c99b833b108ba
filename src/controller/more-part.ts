import type { CSSResult } from 'lit';
import type { Failure } from '../api/failure.js';
import type { RequestDetail, RequestSummary, RequestType } from '../contract/index.js';
import type { Language } from '../i18n/languages.js';
import type { MoreMessages } from '../i18n/messages.js';
import type { ReportedChoice } from '../state/request-state.js';
import type { Core } from './core.js';
import type { MoreFields } from './field-types.js';
import type { ReplyForm, ReplyHost } from './reply.js';

/** What a customer does with one request that was sent; each tells what failed, or has the customer sign in again. */
export interface OpenedActions {
  /** Shows a request in place of the steps. */
  open(id: string): Promise<void>;
  /** Back to the steps. */
  close(): Promise<void>;
  request(id: string, found: (request: RequestDetail) => void): Promise<Failure | undefined>;
  withdraw(id: string): Promise<Failure | undefined>;
  /** Says something to the office, once for each key. */
  say(id: string, text: string, key: string): Promise<Failure | undefined>;
  /** The answers to what is asked back, as far as they were given on this device. */
  reply(host: Omit<ReplyHost, 'http' | 'byLink'>): Promise<ReplyForm>;
}

/** What few customers do. */
export interface MoreActions {
  /** What a customer does with one request that was sent. */
  readonly opened: OpenedActions;
  /** Starts a request with the answers of an earlier one, in place of one of that type under way; tells what failed. */
  again(request: RequestSummary): Promise<Failure | undefined>;
  /** The customer's own open requests about any of these. Rejects with a `Failure`, or an `AbortError`. */
  openAbout(subjects: readonly string[], signal: AbortSignal): Promise<readonly RequestSummary[]>;
  /** What the customer wants with an open request; nothing takes the choice back. */
  choose(choice: ReportedChoice | undefined): Promise<void>;
  /** Sends what the customer chose to add, and forgets the request under way once the portal has it; tells what failed. */
  addTo(request: RequestSummary): Promise<Failure | undefined>;
  /** What the address of the page says about the fields of this type; not yet checked. */
  fromPage(type: RequestType): ReadonlyMap<string, unknown>;
  /** Saves a file that proves what was sent, and gives its name. Rejects when it cannot be made. */
  saveReceipt(): Promise<string>;
  /** The customer's choice when two devices changed the same draft: what is here, or what is there. */
  chooseDraft(isHere: boolean): Promise<void>;
  /** A link with which another device goes on with the request under way, once, and until when. Rejects with a `Failure`. */
  handOver(): Promise<{ readonly link: string; readonly expiresAt: string }>;
  /** Takes over what the other device added meanwhile; tells whether there was anything. */
  followHandover(): Promise<boolean>;
}

/** The portal's copies of a customer's drafts, for the other devices. None of these rejects: this device has the drafts. */
export interface DraftCopies {
  /** Has the portal keep the request under way. */
  push(): Promise<void>;
  /** Finds what the customer's other devices left. */
  pull(): Promise<void>;
  remove(key: string): Promise<void>;
  /** Takes over what another device changed in the request under way; tells whether there was anything. */
  follow(): Promise<boolean>;
  /** The customer's choice when two devices changed the same draft: what is here, or what is there. */
  choose(isHere: boolean): Promise<void>;
}

/** What few requests have, with its sentences and looks: a chunk of its own. */
export interface MorePart {
  readonly fields: MoreFields;
  readonly texts: Readonly<Partial<Record<Language, MoreMessages>>>;
  readonly styles: readonly CSSResult[];
  readonly createActions: (core: Core) => MoreActions;
  /** Uses what stands in the fragment of the page's address: a code, or a link to one request. Rejects with a `Failure`. */
  readonly goByAddress: (core: Core) => Promise<void>;
  /** Goes on with the draft that this device's session is for. Rejects with a `Failure`. */
  readonly goOnHandedOver: (core: Core, draft: string) => Promise<void>;
  /** Prepares and sends a file of the request under way. */
  readonly sendUpload: (core: Core, id: string) => Promise<void>;
  /** Sends again the files of the request under way that the portal no longer has. Rejects with a `Failure`. */
  readonly checkFiles: (core: Core) => Promise<void>;
  readonly createCopies: (core: Core) => DraftCopies;
}
