import type { DraftStore } from '../api/draft-store.js';
import type { Failure } from '../api/failure.js';
import type { Http } from '../api/http.js';
import type { PortalClient, Read } from '../api/portal-client.js';
import type { SessionStore } from '../api/session-store.js';
import type { RunningUpload } from '../api/upload.js';
import type { EventName, EventOf } from '../state/request-events.js';
import type { Activity, RequestState, StoredDraft } from '../state/request-state.js';
import type { View } from '../state/view.js';
import type { Announce } from './announcements.js';
import type { MorePart } from './more-part.js';
import type { PendingFile } from './pending-files.js';
import type { RequestPart } from './request-part.js';

/** Where the focus goes: a step's heading, its list of what is missing, a failure, or one control. */
export type FocusTarget = 'heading' | 'summary' | 'failure' | 'question' | { readonly pointer: string };

/** What the host page set on the element; read at the moment it is needed. */
export interface HostSettings {
  readonly endpoint: string;
  readonly requestType?: string;
  readonly noDrafts: boolean;
  readonly tokenProvider?: () => Promise<string | null>;
  readonly prefill?: Record<string, unknown>;
  readonly prefillFrom?: string;
}

/** What the controller asks of the element. */
export interface RequestHost {
  readonly settings: HostSettings;
  readonly announce: Announce;
  /** The absolute base URL of the contract; empty when the setting is no address. */
  endpointUrl(): string;
  locale(): string;
  /** The state changed: render it. */
  changed(): void;
  /** Settles when what is asked for is rendered and focused. */
  focusOn(target: FocusTarget): Promise<void>;
  /** The pointer of the control that has the focus, if one has. */
  focused(): string | undefined;
  /** Settles when the present state is rendered. */
  rendered(): Promise<void>;
  /** Loads the request part; rejects when the chunk cannot be loaded. */
  loadRequestPart(): Promise<RequestPart>;
  /** Loads what few requests have; rejects when the chunk cannot be loaded. */
  loadMorePart(): Promise<MorePart>;
}

/** The outside world for one endpoint; it is made anew when the endpoint changes. */
export interface Outside {
  readonly endpoint: string;
  readonly http: Http;
  readonly portal: PortalClient;
  readonly sessions: SessionStore;
  /** What the portal says, when that is there: the first screen may be shown from what this device knew. */
  asked?: Promise<Read>;
  /** Comes with the request part. */
  drafts?: DraftStore;
  /** The name of this visit among those that keep drafts, and what it hears of the others. */
  visit?: string;
  tabs?: BroadcastChannel;
  readonly uploads: Map<string, RunningUpload>;
  /** Files that the server does not have yet, for another try. */
  readonly files: Map<string, PendingFile>;
  /** What prepares and sends a file, by the id of its upload, until it is settled. */
  readonly sending: Map<string, Promise<void>>;
  /** Small pictures of files, by the id of the upload or the attachment; nothing for a file that is no picture. */
  readonly thumbnails: Map<string, ImageBitmap | undefined>;
  /** Settles when the pictures that came before are prepared. */
  preparing?: Promise<unknown>;
  token?: string;
  /** The control that had the focus when the session ended. */
  left?: string;
  /** The version of the configuration whose doubts were told. */
  doubted?: string;
  /** Settles when the configuration that the sign-in step was shown from is checked. */
  prepared?: Promise<void>;
  /** Settles when whoever signs in, or goes on as a guest, is let in, or was refused. */
  entering?: Promise<void>;
  /** The timer of the next draft, and of the next try to send. */
  keepTimer?: ReturnType<typeof setTimeout>;
  /** What the device is writing; a page that goes away does not wait for it. */
  writing?: StoredDraft;
  retryTimer?: ReturnType<typeof setTimeout>;
  outboxTimer?: ReturnType<typeof setTimeout>;
  /** The timer of the next copy for the portal, and what settles when the one under way is made. */
  copyTimer?: ReturnType<typeof setTimeout>;
  copying?: Promise<void>;
  /** What the portal had of the request under way when this device last knew. */
  base?: StoredDraft;
  /** The portal lets another device go on with a draft by a code. */
  canHandOver?: boolean;
  /** The portal keeps no drafts. */
  keepsNoCopies?: boolean;
  /** The token of the link to the request that is shown. */
  link?: string;
  attempts: number;
}

/** What effects and navigation work with. */
export interface Core {
  readonly host: RequestHost;
  state(): RequestState;
  view(): View;
  outside(): Outside;
  /** The request part, loaded once; a `Failure` when that does not work, and a new try at the next call. */
  part(): Promise<RequestPart>;
  /** Makes the next state and runs what the event causes; settles when that is done. */
  send<N extends EventName>(event: EventOf<N>): Promise<void>;
  /** Shows a failure, or asks to sign in again when that is what it takes. */
  fail(failure: Failure, during: Activity): Promise<void>;
}

/** An answer to an event outside the state: network, storage, time. */
export type Effect<N extends EventName> = (core: Core, event: EventOf<N>) => Promise<void> | void;
export type Effects = { readonly [N in EventName]?: Effect<N> };
