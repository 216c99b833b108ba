import type { StaffRole } from './session.js';

/**
 * All of it is for managers: 403 for anybody else.
 *
 * GET    /staff                                200 OfficeStaff
 * POST   /staff/invitations NewColleague       201 StaffInvitation, and a mail with a link that works once, for a week; 422
 *                                              (`/email`: `known` for who works here); 429. The same address again
 *                                              replaces the invitation
 * DELETE /staff/invitations/{id}               204; 404
 * PUT    /staff/{id} {role, isDisabled}        200 StaffMember, from now on; 404; 422 (``: `last-manager`)
 * POST   /staff/{id}/password                  202, and a mail with a link to choose another password; 404; 422
 *                                              (``: `disabled`); 429
 */
export interface OfficeStaff {
  /** By name. */
  items: StaffMember[];
  /** Those who have not answered, newest first. */
  invitations: StaffInvitation[];
}

export interface StaffMember {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  /** They may do nothing in this portal. */
  isDisabled: boolean;
  /** Whether it is whoever asks. */
  isSelf: boolean;
}

export interface StaffInvitation {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  invitedAt: string;
  expiresAt: string;
  /** Its link works no longer. */
  isExpired: boolean;
}

export interface NewColleague {
  name: string;
  email: string;
  role: StaffRole;
}
