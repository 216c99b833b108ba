import type { Text } from 'portal-request-form/contract';

/** Managers decide about the portal; the office works on its requests. */
export const STAFF_ROLES = ['manager', 'office'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * GET    /sign-in                              200 SignInHelp
 * POST   /session {email, password}            200 StaffSession + cookie; 401 invalid-credentials; 429
 * GET    /session                              200 StaffSession; 204 when nobody is signed in
 * DELETE /session                              204
 * POST   /password-reset {email}               202 {}, the same for every address; who works here gets a mail with a link
 *                                              that works once, for an hour; 429
 */
export interface StaffSession {
  /** The role is the one in the portal of this session. */
  staff: { id: string; name: string; email: string; role: StaffRole };
  /** Whose requests and settings every other call is about; `locale` is the portal's own language. */
  portal: { id: string; name: Text; locale: string };
  expiresAt: string;
}

/** What whoever signs in may want to know. */
export interface SignInHelp {
  /** An account to look around with, where the server shows the demo. */
  demo?: { email: string; password: string };
}
