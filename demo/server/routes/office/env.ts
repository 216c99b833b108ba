import type { Clerk } from '../../services/office-decisions.js';

/** What a route of the office knows about its call. */
export interface OfficeEnv {
  Variables: { address: string; clerk: Clerk; sessionId: string };
}
