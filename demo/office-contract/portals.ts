import type { Text } from 'portal-request-form/contract';
import type { StaffRole } from './session.js';

/**
 * Any call may name in `Office-Portal` the portal that it is meant for: 409 once the session is about another one, which
 * the answer names in the same header.
 *
 * GET    /portals                              200 {items: StaffPortal[]}: those that whoever asks works for
 * POST   /portals NewPortal                    201 StaffPortal: managers only, and manager of it too; 409 for an id that
 *                                              is taken; 422. The session stays with its portal
 * POST   /session/portal {id}                  200 StaffSession: every call is about this portal from now on; 404
 */
export interface StaffPortal {
  id: string;
  name: Text;
  /** The portal's own language. */
  locale: string;
  role: StaffRole;
  /** Whether this session is about it. */
  isCurrent: boolean;
}

export interface NewPortal {
  /** Stands in the address of the portal: lower-case letters, digits and hyphens, 2 to 50 of them. */
  id: string;
  name: string;
  /** BCP 47 tags; the first is the portal's own. */
  locales: string[];
}
