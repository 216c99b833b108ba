import type { AuditPage } from '../../office-contract/index.js';
import type { Call } from '../api.js';

/** The call about who did and saw what. */
export interface AuditDesk {
  /** `search` narrows and pages as the server reads it. */
  audit(search: URLSearchParams, signal: AbortSignal): Promise<AuditPage>;
}

export const auditDesk = (call: <Answer>(path: string, call?: Call) => Promise<Answer>): AuditDesk => ({
  audit: (search, signal) => call(`/audit?${search}`, { signal }),
});
