import type {
  Attachment,
  Customer,
  Guest,
  Issue,
  PortalConfig,
  Receipt,
  RequestSummary,
  Submission,
  Text,
} from '../contract/index.js';
import type { Addition, Changes, Delivery, OpenedRequest } from './told.js';
import type { StoredUpload, Upload } from './uploads.js';

export type { Addition, Changes, Delivery, OpenedRequest } from './told.js';

export const STEPS = ['sign-in', 'start', 'details', 'checklist', 'submit', 'confirmation'] as const;
/** A step that the customer can be on; the element's `step` can also be `loading` or `error`. */
export type Step = (typeof STEPS)[number];
export type ElementStep = Step | 'loading' | 'error';

/** What the widget is waiting for. */
export type Activity = 'load' | 'sign-in' | 'guest' | 'code' | 'reset' | 'sign-out' | 'requests' | 'submit' | 'refresh';

/** Why an activity failed, for the screen that says so; `retryAfter` in seconds. */
export interface FailureNotice {
  readonly code: string;
  readonly during: Activity;
  readonly retryable: boolean;
  readonly retryAfter?: number;
}

/** An answer to a checklist item while it is being given. */
export interface ItemEntry {
  readonly answer?: 'done' | 'yes' | 'no' | 'na';
  readonly note?: string;
  readonly photos?: readonly Attachment[];
}

/** An answer that the customer did not type: of the site around the form, or of the request with this reference. */
export interface Origin {
  readonly answer: unknown;
  readonly reference?: string;
}

/** What the customer wants with an open request about the same: `about` says what that is. */
export interface ReportedChoice {
  readonly about: string;
  /** The id of the request to add to; without it, a request of its own. */
  readonly to?: string;
  readonly text?: string;
  /** The idempotency key of this text. */
  readonly key?: string;
}

/** The version of a draft that the portal has: when this device kept it, its ETag, and whether a phone can go on with it. */
export interface DraftCopy {
  readonly etag: string;
  readonly savedAt: string;
  readonly canHandOver?: boolean;
}

/** What a draft keeps; it is stored on the device as it is. */
export interface StoredDraft {
  readonly format: 1;
  readonly requestType: string;
  readonly configVersion: string;
  readonly step: Step;
  readonly key: string;
  readonly answers: ReadonlyMap<string, unknown>;
  readonly checklist: ReadonlyMap<string, ItemEntry>;
  readonly terms: ReadonlyMap<string, string>;
  readonly contact: Partial<Guest>;
  /** Drafts of earlier versions have neither of these. */
  readonly origins?: ReadonlyMap<string, Origin>;
  readonly reported?: ReportedChoice;
  readonly savedAt: string;
  /** The visit that keeps it (one element on one page); a later one takes it over. */
  readonly visit?: string;
  /** The customer sent it, and it is sent again by itself until the portal has it. */
  readonly isWaiting?: boolean;
  /** The portal refused it while it waited. */
  readonly isRefused?: boolean;
  /** What was sent under the key and may have arrived, oldest first. */
  readonly sent?: readonly Submission[];
  readonly outline?: Outline;
  /** Files that the server did not have yet. */
  readonly uploads?: readonly StoredUpload[];
  readonly copy?: DraftCopy;
}

/** What a request type asked: the pointer of each field, item and version of a term, with its label. */
export type Outline = ReadonlyMap<string, Text>;

export interface RequestList {
  readonly items: readonly RequestSummary[];
  readonly nextCursor?: string;
}

/** Everything the widget knows. It is never changed in place; `reduce` makes the next one. */
export interface RequestState {
  readonly step: ElementStep;
  readonly config?: PortalConfig;
  readonly activity?: Activity;
  readonly failure?: FailureNotice;
  readonly customer?: Customer;
  /** The host page signed the customer in, so there is no sign-in step. */
  readonly signedInByHost: boolean;
  readonly guest: boolean;
  /** The session ended: sign in again here, with everything kept. */
  readonly expired: boolean;
  /** Why the last sign-in was refused: a problem code. */
  readonly signInRefusal?: string;
  readonly codeSentTo?: string;
  readonly resetSentTo?: string;
  readonly requests?: RequestList;
  /** The request type that the host page starts at once. */
  readonly deepLink?: string;
  readonly requestType?: string;
  /** The idempotency key of this request, the same for its whole life. */
  readonly key?: string;
  readonly answers: ReadonlyMap<string, unknown>;
  readonly checklist: ReadonlyMap<string, ItemEntry>;
  /** Term id -> the version that was accepted, empty when that was taken back. */
  readonly terms: ReadonlyMap<string, string>;
  readonly contact: Partial<Guest>;
  /** Field id -> where its answer came from. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly reported?: ReportedChoice;
  readonly uploads: readonly Upload[];
  /** The request is sent by itself once every file has arrived. */
  readonly awaitsFiles: boolean;
  /** Pointers of the controls that were left once. */
  readonly touched: ReadonlySet<string>;
  /** Steps on which "next" was refused. */
  readonly refused: ReadonlySet<Step>;
  readonly serverIssues: readonly Issue[];
  /** The configuration was replaced while the request was under way. */
  readonly configChanged: boolean;
  readonly changes?: Changes;
  /** The customer sent it, and it is sent again by itself until the portal has it. */
  readonly isWaiting: boolean;
  /** What was sent under the key and may have arrived, oldest first. */
  readonly sent: readonly Submission[];
  /** What the portal has of it for the customer's other devices. */
  readonly copy?: DraftCopy;
  /** The draft as another device changed it meanwhile: the customer chooses. */
  readonly conflict?: StoredDraft;
  /** Another visit (a tab, another form on the page) took the request over. */
  readonly isElsewhere: boolean;
  /** The receipt is that of an earlier version; what was changed since stayed behind as a draft. */
  readonly isOutdated: boolean;
  /** Came from the review to change something, and goes back there. */
  readonly returnTo?: 'submit';
  readonly receipt?: Receipt;
  /** What took the place of a receipt. */
  readonly added?: Addition;
  readonly drafts: readonly StoredDraft[];
  /** When this request was last kept on the device (RFC 3339). */
  readonly savedAt?: string;
  /** The part with the rarer fields could not be loaded. */
  readonly isMoreMissing: boolean;
  /** The device refuses to keep anything. */
  readonly cannotKeep: boolean;
  /** Others use this device too: nothing is kept on it. */
  readonly isShared: boolean;
  /** Asks what to do with what was not sent, before the customer is signed out. */
  readonly asksToSignOut: boolean;
  /** This device goes on with a draft of another one, or was refused to. */
  readonly handover?: 'open' | 'refused';
  readonly delivered: readonly Delivery[];
  /** The request that is shown in place of the steps. */
  readonly opened?: OpenedRequest;
}

/** The part of the state that belongs to one request. */
export const noRequest = {
  requestType: undefined,
  key: undefined,
  answers: new Map<string, unknown>(),
  checklist: new Map<string, ItemEntry>(),
  terms: new Map<string, string>(),
  contact: {},
  origins: new Map<string, Origin>(),
  reported: undefined,
  uploads: [],
  awaitsFiles: false,
  touched: new Set<string>(),
  refused: new Set<Step>(),
  serverIssues: [],
  configChanged: false,
  changes: undefined,
  isWaiting: false,
  sent: [],
  copy: undefined,
  conflict: undefined,
  isElsewhere: false,
  isOutdated: false,
  returnTo: undefined,
  receipt: undefined,
  added: undefined,
  savedAt: undefined,
} as const satisfies Partial<RequestState>;

export const initialState: RequestState = {
  ...noRequest,
  step: 'loading',
  signedInByHost: false,
  guest: false,
  expired: false,
  drafts: [],
  isMoreMissing: false,
  cannotKeep: false,
  isShared: false,
  asksToSignOut: false,
  delivered: [],
};
