import type {
  Delivery,
  DeliveryDetail,
  MappedType,
  WebhookEndpoint,
  WebhookEvent,
  WorkOrderMapping,
} from '../../office-contract/index.js';
import type { Call } from '../api.js';

/** What may be changed of an endpoint. */
export interface EndpointChange {
  url: string;
  events: readonly WebhookEvent[];
  isPaused: boolean;
}

export interface DeliveryPage {
  items: Delivery[];
  nextCursor?: string;
}

/** Which deliveries: an empty text means all. */
export interface DeliveryFilter {
  kind: string;
  state: string;
}

/** The calls about what leaves the server. */
export interface DeliveryDesk {
  endpoints(signal: AbortSignal): Promise<WebhookEndpoint[]>;
  /** Gives the secret, which is told this once. */
  addEndpoint(change: EndpointChange): Promise<string>;
  changeEndpoint(id: string, change: EndpointChange): Promise<void>;
  removeEndpoint(id: string): Promise<void>;
  /** Gives the new secret, which is told this once. */
  rotateSecret(id: string): Promise<string>;
  sendTest(id: string): Promise<void>;
  list(filter: DeliveryFilter, cursor: string | undefined, signal: AbortSignal): Promise<DeliveryPage>;
  find(id: string): Promise<DeliveryDetail>;
  sendAgain(id: string): Promise<void>;
  mappings(signal: AbortSignal): Promise<MappedType[]>;
  setMapping(requestType: string, mapping: WorkOrderMapping): Promise<MappedType>;
}

type CallOffice = <Answer>(path: string, call?: Call) => Promise<Answer>;

export const deliveryDesk = (call: CallOffice): DeliveryDesk => {
  const webhook = (id: string) => `/webhooks/${encodeURIComponent(id)}`;
  const post = <Answer>(path: string, body: unknown = {}) => call<Answer>(path, { method: 'POST', body });
  return {
    endpoints: async (signal) => (await call<{ items: WebhookEndpoint[] }>('/webhooks', { signal })).items,
    addEndpoint: async ({ url, events }) => (await post<{ secret: string }>('/webhooks', { url, events })).secret,
    changeEndpoint: async (id, body) => {
      await call(webhook(id), { method: 'PUT', body });
    },
    removeEndpoint: (id) => call(webhook(id), { method: 'DELETE' }),
    rotateSecret: async (id) => (await post<{ secret: string }>(`${webhook(id)}/secret`)).secret,
    sendTest: async (id) => {
      await post(`${webhook(id)}/test`);
    },
    list: (filter, cursor, signal) => {
      const search = new URLSearchParams({ ...filter, ...(cursor === undefined ? {} : { cursor }) });
      return call(`/deliveries?${search}`, { signal });
    },
    find: (id) => call(`/deliveries/${encodeURIComponent(id)}`),
    sendAgain: async (id) => {
      await post(`/deliveries/${encodeURIComponent(id)}/retry`);
    },
    mappings: async (signal) => (await call<{ items: MappedType[] }>('/work-order-fields', { signal })).items,
    setMapping: (requestType, body) =>
      call(`/work-order-fields/${encodeURIComponent(requestType)}`, { method: 'PUT', body }),
  };
};
