import type { Erased, KeptOfPerson } from '../../office-contract/index.js';
import type { Call } from '../api.js';

/** Who is meant: by the e-mail address, or by the account. */
export type PersonWanted = { email: string } | { customerId: string };

/** The calls about what is kept of one person. */
export interface PrivacyDesk {
  keptOf(person: PersonWanted, signal: AbortSignal): Promise<KeptOfPerson>;
  /** Gives all of it, with the files, as a ZIP file. */
  exportOf(person: PersonWanted): Promise<Blob>;
  erase(person: PersonWanted, closesOpen: boolean): Promise<Erased>;
}

export const privacyDesk = (call: <Answer>(path: string, call?: Call) => Promise<Answer>): PrivacyDesk => ({
  keptOf: (body, signal) => call('/privacy/person', { method: 'POST', body, signal }),
  exportOf: (body) => call('/privacy/export', { method: 'POST', body, givesFile: true }),
  erase: (person, closesOpen) => {
    const body = { ...person, ...(closesOpen ? { closesOpen } : {}) };
    return call('/privacy/erasure', { method: 'POST', body });
  },
});
