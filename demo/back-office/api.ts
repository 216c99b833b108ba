import type { Issue } from 'portal-request-form/contract';
import type {
  OfficeRequest,
  ReceiptReport,
  SignInHelp,
  StaffSession,
  WorkOrder,
  WorkOrderList,
} from '../office-contract/index.js';
import { auditDesk, type AuditDesk } from './api/audit.js';
import { deliveryDesk, type DeliveryDesk } from './api/deliveries.js';
import { asking, type Asking } from './api/asking.js';
import { portalDesk, type PortalDesk } from './api/portals.js';
import { privacyDesk, type PrivacyDesk } from './api/privacy.js';
import { people, type People } from './api/people.js';
import { requestDesk, type RequestDesk } from './api/request-desk.js';
import { settingsApi, type SettingsApi } from './api/settings.js';
import { failureOf, OfficeFailure } from './failure.js';
import { searchOfOrders, type WorkOrdersRoute } from './route.js';

const TIME_OUT = 20_000;

/** The calls of `/api/office`. Each rejects with an {@link OfficeFailure}; an aborted one with the signal's reason. */
export interface OfficeApi extends RequestDesk, Asking, AuditDesk, PrivacyDesk {
  /** The calls about customers and staff. */
  readonly people: People;
  /** The calls about what leaves the server. */
  readonly deliveries: DeliveryDesk;
  readonly portals: PortalDesk;
  /** Who is signed in; nothing when nobody is. */
  session(): Promise<StaffSession | undefined>;
  signInHelp(signal: AbortSignal): Promise<SignInHelp>;
  signIn(email: string, password: string): Promise<StaffSession>;
  /** Asks for a link for another password; the same answer for every address. */
  forgetPassword(email: string): Promise<unknown>;
  signOut(): Promise<void>;
  request(id: string, signal: AbortSignal): Promise<OfficeRequest>;
  /** Gives the reference of the work order. */
  accept(id: string): Promise<string>;
  /** Whether a receipt file is authentic and of this request. */
  checkReceipt(id: string, file: unknown): Promise<ReceiptReport>;
  workOrders(list: WorkOrdersRoute, signal: AbortSignal): Promise<WorkOrderList>;
  workOrder(id: string, signal: AbortSignal): Promise<WorkOrder>;
  /** The calls of the portal's settings. */
  readonly settings: SettingsApi;
  /** Where a file is downloaded from. */
  attachmentAddress(id: string): string;
}

/** How a call is made, besides its path below `/api/office`. */
export interface Call {
  method?: string;
  body?: unknown;
  /** A CSV file, in place of a body. */
  file?: Blob;
  /** Whether the answer is a file, which takes as long as it takes once it has begun. */
  givesFile?: boolean;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The ETag of what the caller has seen. */
  ifMatch?: string;
}

/** What came back, with the ETag under which it stands; empty when there is none. */
export interface Exchange<Answer> {
  answer: Answer;
  etag: string;
}

const BASE = '/api/office';

const isJson = (response: Response): boolean => /[/+]json\b/.test(response.headers.get('content-type') ?? '');

const readJson = async (response: Response): Promise<unknown> => {
  if (!isJson(response)) return undefined;
  try {
    return await response.json();
  } catch (error) {
    throw new OfficeFailure('unavailable', response.status, error);
  }
};

const readFile = async (response: Response): Promise<Blob> => {
  try {
    return await response.blob();
  } catch (error) {
    throw new OfficeFailure('network', undefined, error);
  }
};

const send = async (path: string, call: Call): Promise<Response> => {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, TIME_OUT);
  try {
    const response = await fetch(BASE + path, {
      method: call.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.file === undefined ? {} : { 'content-type': 'text/csv' }),
        ...(call.ifMatch === undefined ? {} : { 'if-match': call.ifMatch }),
        ...call.headers,
      },
      body: call.file ?? (call.body === undefined ? null : JSON.stringify(call.body)),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: call.signal ? AbortSignal.any([limit.signal, call.signal]) : limit.signal,
    });
    if (call.givesFile) clearTimeout(timer);
    return response;
  } catch (error) {
    call.signal?.throwIfAborted();
    throw new OfficeFailure(limit.signal.aborted ? 'time-out' : 'network', undefined, error);
  }
};

const codeOf = (problem: unknown): unknown =>
  typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined;

const issuesOf = (problem: unknown): Issue[] =>
  typeof problem === 'object' && problem !== null && 'errors' in problem && Array.isArray(problem.errors)
    ? (problem.errors as Issue[])
    : [];

/** What the calls need to know of whoever makes them. */
export interface Desk {
  /** The portal that the calls are about; nothing before anybody is signed in. */
  readonly portalId?: string | undefined;
  /** Called whenever the server no longer knows who is asking. */
  sessionExpired(): void;
  /** Called when another tab has made the session about another portal. */
  portalChanged(): void;
}

const PORTAL_HEADER = 'office-portal';

/** The office's server as functions. */
export const createOfficeApi = (desk: Desk): OfficeApi => {
  const exchange = async <Answer>(path: string, options: Call = {}): Promise<Exchange<Answer>> => {
    const { portalId } = desk;
    const headers = { ...options.headers, ...(portalId === undefined ? {} : { [PORTAL_HEADER]: portalId }) };
    const response = await send(path, { ...options, headers });
    const body = response.ok && options.givesFile ? await readFile(response) : await readJson(response);
    if (response.ok) {
      if (body === undefined && response.status !== 204) throw new OfficeFailure('unavailable', response.status);
      return { answer: body as Answer, etag: response.headers.get('etag') ?? '' };
    }
    if (response.status === 409 && response.headers.has(PORTAL_HEADER)) {
      desk.portalChanged();
      throw new OfficeFailure('other-portal', 409);
    }
    const failure = failureOf(response.status, codeOf(body), issuesOf(body));
    if (failure.code === 'session-expired') desk.sessionExpired();
    throw failure;
  };
  const call = async <Answer>(path: string, options?: Call): Promise<Answer> =>
    (await exchange<Answer>(path, options)).answer;
  const one = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    session: () => call('/session'),
    signInHelp: (signal) => call('/sign-in', { signal }),
    signIn: (email, password) => call('/session', { method: 'POST', body: { email, password } }),
    forgetPassword: (email) => call('/password-reset', { method: 'POST', body: { email } }),
    signOut: () => call('/session', { method: 'DELETE' }),
    ...requestDesk(call),
    people: people(exchange),
    deliveries: deliveryDesk(call),
    portals: portalDesk(call),
    ...asking(call),
    ...auditDesk(call),
    ...privacyDesk(call),
    request: (id, signal) => call(one('/requests', id), { signal }),
    accept: async (id) => {
      const path = `${one('/requests', id)}/accept`;
      return (await call<{ workOrder: string }>(path, { method: 'POST', body: {} })).workOrder;
    },
    checkReceipt: (id, file) => call(`${one('/requests', id)}/receipt-checks`, { method: 'POST', body: file }),
    workOrders: (list, signal) => call(`/work-orders?${searchOfOrders(list)}`, { signal }),
    workOrder: (id, signal) => call(one('/work-orders', id), { signal }),
    settings: settingsApi(exchange),
    attachmentAddress: (id) => BASE + one('/attachments', id),
  };
};
