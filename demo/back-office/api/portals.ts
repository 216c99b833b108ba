import type { NewPortal, StaffPortal, StaffSession } from '../../office-contract/index.js';
import type { Call } from '../api.js';

/** The calls about the portals that somebody works for. */
export interface PortalDesk {
  list(signal: AbortSignal): Promise<StaffPortal[]>;
  make(portal: NewPortal): Promise<StaffPortal>;
  /** Makes the session about another portal. */
  switchTo(id: string): Promise<StaffSession>;
}

export const portalDesk = (call: <Answer>(path: string, call?: Call) => Promise<Answer>): PortalDesk => ({
  list: async (signal) => (await call<{ items: StaffPortal[] }>('/portals', { signal })).items,
  make: (body) => call('/portals', { method: 'POST', body }),
  switchTo: (id) => call('/session/portal', { method: 'POST', body: { id } }),
});
