import type {
  Attachment,
  Customer,
  Guest,
  Issue,
  PortalConfig,
  Receipt,
  SignIn,
  Submission,
} from '../contract/index.js';
import type {
  Addition,
  Delivery,
  DraftCopy,
  FailureNotice,
  ItemEntry,
  OpenedRequest,
  ReportedChoice,
  RequestList,
  Step,
  StoredDraft,
} from './request-state.js';
import type { Pace, Upload } from './uploads.js';

/** What the widget was told when it loaded its portal. */
export interface Loaded {
  readonly config: PortalConfig;
  readonly customer?: Customer;
  readonly signedInByHost: boolean;
  readonly guest: boolean;
  readonly deepLink?: string;
  readonly codeSentTo?: string;
}

/** The answers of an earlier request that are taken over. */
export interface Earlier {
  readonly reference: string;
  readonly answers: ReadonlyMap<string, unknown>;
}

/** Everything that can happen, by name; `reduce` and the effects are tables over these names. */
export interface RequestEvents {
  load: object;
  loaded: Loaded;
  'config-checked': { readonly config: PortalConfig };
  'deep-linked': { readonly requestType?: string };
  failed: { readonly failure: FailureNotice };
  'failure-dismissed': object;
  retry: object;
  'sign-in': { readonly credentials: SignIn };
  'sign-in-refused': { readonly code: string };
  'signed-in': { readonly customer: Customer; readonly config: PortalConfig };
  'code-sent': { readonly email: string };
  'code-forgotten': object;
  reset: { readonly email: string };
  'reset-sent': { readonly email: string };
  'guest-chosen': object;
  'sign-out': object;
  'sign-out-asked': { readonly isAsked: boolean };
  'signed-out': object;
  'session-expired': { readonly failure: FailureNotice };
  'requests-wanted': { readonly cursor?: string };
  'requests-loaded': { readonly list: RequestList; readonly append: boolean };
  started: {
    readonly requestType: string;
    readonly key: string;
    readonly prefill: ReadonlyMap<string, unknown>;
    readonly earlier?: Earlier;
  };
  answered: { readonly field: string; readonly answer: unknown; readonly isPrefill?: boolean };
  left: { readonly pointer: string };
  checked: { readonly item: string; readonly entry: ItemEntry };
  accepted: { readonly term: string; readonly version?: string };
  contacted: { readonly contact: Partial<Guest> };
  'upload-started': { readonly upload: Upload };
  'upload-progressed': { readonly id: string; readonly sent: number; readonly pace?: Pace };
  'upload-done': { readonly id: string; readonly attachment: Attachment };
  'upload-failed': { readonly id: string; readonly code: string };
  'upload-retried': { readonly id: string };
  'upload-removed': { readonly id: string };
  'files-awaited': { readonly isAwaited: boolean };
  'attachment-removed': { readonly pointer: string; readonly attachment: string };
  moved: { readonly step: Step; readonly returnTo?: 'submit' };
  refused: { readonly step: Step };
  submit: object;
  submitted: { readonly receipt: Receipt };
  reported: { readonly choice?: ReportedChoice };
  added: { readonly requestType: string; readonly addition: Addition };
  rejected: { readonly issues: readonly Issue[] };
  'config-changed': { readonly config: PortalConfig };
  'drafts-found': { readonly drafts: readonly StoredDraft[] };
  'draft-saved': { readonly savedAt: string };
  'draft-restored': { readonly draft: StoredDraft };
  'draft-discarded': { readonly requestType: string; readonly key: string };
  'draft-copied': { readonly copy?: DraftCopy };
  'handed-over': { readonly handover: 'open' | 'refused' };
  'draft-conflict': { readonly there: StoredDraft };
  opened: { readonly opened?: OpenedRequest };
  'last-sent': { readonly delivery: Delivery };
  'keeping-failed': object;
  'sharing-chosen': { readonly isShared: boolean };
  'taken-over': object;
  'taken-back': object;
  'receipt-restored': { readonly draft: StoredDraft; readonly receipt: Receipt };
  sending: { readonly submission: Submission };
  held: object;
  'earlier-arrived': { readonly submission: Submission; readonly kept: StoredDraft };
  'draft-settled': { readonly key: string; readonly receipt?: Receipt };
  'more-loaded': object;
  'more-missing': object;
  'started-over': object;
}

export type EventName = keyof RequestEvents;
export type EventOf<N extends EventName> = { readonly type: N } & RequestEvents[N];
