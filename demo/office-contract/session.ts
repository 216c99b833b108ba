/**
 * POST   /session {email, password}            200 StaffSession + cookie; 401 invalid-credentials; 429
 * GET    /session                              200 StaffSession; 204 when nobody is signed in
 * DELETE /session                              204
 */
export interface StaffSession {
  staff: { id: string; name: string; email: string };
  expiresAt: string;
}
